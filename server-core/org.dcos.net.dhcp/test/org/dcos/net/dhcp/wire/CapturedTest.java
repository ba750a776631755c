package org.dcos.net.dhcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What real programs send, read. */
class CapturedTest {

    private static final HardwareAddress CLIENT = HardwareAddress.ethernet("02:dc:05:00:00:01");

    @Test
    void every_message_is_read_and_means_the_same_when_written_and_read_again() throws Exception {
        assertThat(Captured.all()).isNotEmpty();
        for (var one : Captured.all()) {
            var message = Message.decode(one.octets(), one.octets().length);
            byte[] encoded = message.encode();
            assertThat(Message.decode(encoded, encoded.length)).as(one.name()).isEqualTo(message);
            assertThat(message.type()).as(one.name()).isPresent();
            assertThat(message.options().all()).as(one.name())
                    .noneMatch(it -> it instanceof DhcpOption.Opaque(int code, _) && code < 43);
        }
    }

    @Test
    void udhcpc_discovers() throws Exception {
        var message = Captured.message("udhcpc DISCOVER");

        assertThat(message.op()).isEqualTo(Message.Op.REQUEST);
        assertThat(message.type()).contains(MessageType.DISCOVER);
        assertThat(message.hardware()).isEqualTo(CLIENT);
        assertThat(message.options().find(NetworkOption.HostName.class))
                .contains(new NetworkOption.HostName("rack12-u7"));
        assertThat(message.options().find(BootOption.VendorClass.class))
                .contains(new BootOption.VendorClass("udhcp 1.35.0"));
        assertThat(message.options().find(LeaseOption.ParameterRequest.class))
                .hasValueSatisfying(it -> assertThat(it.asksFor(3)).isTrue());
    }

    @Test
    void dhclient_requests_what_dnsmasq_offered() throws Exception {
        var offer = Captured.message("dnsmasq OFFER to dhclient");
        var request = Captured.message("dhclient REQUEST");

        assertThat(request.transactionId()).isEqualTo(offer.transactionId());
        assertThat(request.options().find(LeaseOption.RequestedAddress.class))
                .contains(new LeaseOption.RequestedAddress(offer.yourAddress()));
        assertThat(request.options().find(LeaseOption.ServerIdentifier.class))
                .isEqualTo(offer.options().find(LeaseOption.ServerIdentifier.class))
                .contains(new LeaseOption.ServerIdentifier(Ipv4.address("10.80.0.1")));
        assertThat(request.options().find(BootOption.VendorClass.class)).contains(new BootOption.VendorClass("iDRAC"));
    }

    @Test
    void dnsmasq_acknowledges_with_a_boot_file() throws Exception {
        var message = Captured.message("dnsmasq ACK to dhclient");

        assertThat(message.type()).contains(MessageType.ACK);
        assertThat(message.nextServer()).isEqualTo(Ipv4.address("10.80.0.1"));
        assertThat(message.options().find(LeaseOption.LeaseTime.class)).contains(new LeaseOption.LeaseTime(3600));
        assertThat(message.options().find(NetworkOption.SubnetMask.class))
                .contains(new NetworkOption.SubnetMask(Ipv4.address("255.255.255.0")));
        assertThat(message.bootFile()).isEqualTo("pxelinux.0");
        assertThat(message.serverName()).isEqualTo("boot");
    }

    @Test
    void perfdhcp_comes_through_a_relay_that_it_plays_itself() throws Exception {
        var message = Captured.message("perfdhcp DISCOVER");

        assertThat(message.relay()).isEqualTo(Ipv4.address("10.80.0.2"));
        assertThat(message.hops()).isEqualTo(1);
        assertThat(message.options().find(82)).isEqualTo(Optional.empty());
    }
}
