package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.dcos.net.dhcp.wire.RelayInformation;
import org.junit.jupiter.api.Test;

class LeaseTextTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final HardwareAddress ANNE = HardwareAddress.ethernet("02:dc:00:00:00:01");

    private static Lease lease(String relay, DhcpOption... told) {
        return new Lease(Ipv4.address("10.0.0.9"), org.dcos.net.dhcp.lease.LeaseState.BOUND,
                new ClientKey.Hardware(ANNE), ANNE, "10.0.0.0/24", NOON, NOON, NOON.plusSeconds(600),
                Ipv4.address(relay), Options.of(told));
    }

    private static DhcpClient client(Lease lease) {
        return LeaseText.of(lease, false, "eth1", NOON).client();
    }

    @Test
    void controlCharactersOfAMachineAreLeftOutAndUtf8IsRead() {
        var latin = new String("机柜-7".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(client(lease("0.0.0.0", new BootOption.VendorClass("iDRAC\u001b[31m\n"),
                new NetworkOption.HostName(latin)))).satisfies(it -> {
                    assertThat(it.vendorClass()).isEqualTo("iDRAC[31m");
                    assertThat(it.hostName()).isEqualTo("机柜-7");
                });
    }

    @Test
    void whatARelayTellsIsReadable() {
        var relayed = lease("10.0.0.254", new LeaseOption.RelayAgent(new RelayInformation(List.of(
                new RelayInformation.SubOption(1, Octets.of("ge-0/0/7")),
                new RelayInformation.SubOption(2, Octets.of(0, 4, 0x1f))))));

        assertThat(client(relayed).relay()).contains(new DhcpClient.Relay("10.0.0.254", "ge-0/0/7", "00041f"));
        assertThat(LeaseText.of(relayed, false, "eth1", NOON).interfaceName()).isEmpty();
        assertThat(LeaseText.of(lease("0.0.0.0"), false, "eth1", NOON).interfaceName()).isEqualTo("eth1");
    }

    @Test
    void aLeaseWhoseTimeIsOverIsToldAsExpired() {
        assertThat(LeaseText.of(lease("0.0.0.0"), false, "", NOON.plusSeconds(601)).state())
                .isEqualTo(LeaseState.EXPIRED);
    }

    @Test
    void leasesAreFoundByWhatTheMachineAndItsRelayTold() {
        var lease = LeaseText.of(lease("10.0.0.254", new BootOption.VendorClass("iDRAC"),
                new LeaseOption.RelayAgent(new RelayInformation(List.of(
                        new RelayInformation.SubOption(1, Octets.of("ge-0/0/7")))))),
                false, "", NOON);

        for (var text : List.of("idrac", "GE-0/0", "02:dc", "10.0.0.9", " 254 ", "")) {
            assertThat(LeaseText.wanted(new LeaseFilter(Optional.of(text), Optional.empty(), Optional.empty()), lease))
                    .as(text).isTrue();
        }
        assertThat(LeaseText.wanted(new LeaseFilter(Optional.of("ilo"), Optional.empty(), Optional.empty()), lease))
                .isFalse();
        assertThat(LeaseText.wanted(new LeaseFilter(Optional.empty(), Optional.of(LeaseState.BARRED),
                Optional.empty()), lease)).isFalse();
        assertThat(LeaseText.wanted(new LeaseFilter(Optional.empty(), Optional.empty(), Optional.of("10.1.0.0/24")),
                lease)).isFalse();
    }

    @Test
    void aMacIsReadHoweverItIsWritten() {
        for (var text : List.of("3C:EC:EF:01:02:03", "3c-ec-ef-01-02-03", "3cec.ef01.0203", "3cecef010203")) {
            assertThat(LeaseText.mac(text)).isEqualTo("3c:ec:ef:01:02:03");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> LeaseText.mac("3c:ec:ef"))
                .withMessageContaining("is no MAC");
    }
}
