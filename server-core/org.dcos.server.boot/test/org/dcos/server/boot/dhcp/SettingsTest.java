package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.dhcp.ClientClass;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.OptionValue;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final NetworkRecord RACK = record("10.0.0.0/24", false);
    private static final NetworkRecord HALL = record("10.0.0.0/16", false);

    private static NetworkRecord record(String cidr, boolean container) {
        return new NetworkRecord(UUID.randomUUID(), Cidr.parse(cidr), container, Optional.empty(), List.of(),
                List.of(), List.of());
    }

    private static DhcpSettings of(List<String> interfaces, ServedNetwork... networks) {
        return DhcpSettings.DEFAULT.withServing(true).withNetworks(interfaces, List.of(networks));
    }

    private static List<String> broken(DhcpSettings settings, NetworkRecord... records) {
        var invalid = catchThrowableOfType(Invalid.class, () -> SettingsRules.check(settings, List.of(records)));
        return invalid.violations().stream().map(Invalid.Violation::field).toList();
    }

    private static ClientClass boot(OptionValue... options) {
        return new ClientClass("uefi", "PXEClient:Arch:00007*", "", "3c:ec:ef", List.of(options),
                Optional.of("10.0.0.2"), Optional.of("http://10.0.0.2/ipxe.efi"));
    }

    private static DhcpSettings with(ClientClass one) {
        return new DhcpSettings(false, List.of(), List.of(), List.of(one), Duration.ofHours(1), Duration.ofMinutes(5),
                false);
    }

    @Test
    void settingsAreReadAsTheyWereWritten() {
        var settings = new DhcpSettings(true, List.of("eth1", "eth2.100"),
                List.of(new ServedNetwork(RACK.prefix(), Optional.of("eth1"), List.of("10.9.0.1", "10.9.0.2"),
                        List.of("10.0.0.53"), List.of("10.0.0.123"), "dc1.example", false),
                        ServedNetwork.relayed(HALL.prefix())),
                List.of(boot(new OptionValue(43, OptionValue.Form.HEX, "06 01 0a"),
                        new OptionValue(66, OptionValue.Form.TEXT, "a server with blanks"))),
                Duration.ofDays(1), Duration.ofMinutes(7), false);

        assertThat(SettingsText.read(SettingsText.write(settings))).isEqualTo(settings);
        assertThat(SettingsText.read(SettingsText.write(DhcpSettings.DEFAULT))).isEqualTo(DhcpSettings.DEFAULT);
        assertThat(SettingsText.read(Map.of())).isEqualTo(DhcpSettings.DEFAULT);
    }

    @Test
    void whatCanBeServedIsTaken() {
        assertThatCode(() -> SettingsRules.check(of(List.of("eth1"), ServedNetwork.attached(RACK.prefix(), "eth1")),
                List.of(RACK))).doesNotThrowAnyException();
        assertThatCode(() -> SettingsRules.check(with(boot(new OptionValue(43, OptionValue.Form.HEX, "0601:0a"),
                new OptionValue(3, OptionValue.Form.ADDRESSES, "10.0.0.1, 10.0.0.2"))), List.of()))
                        .doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(broken(of(List.of()))).containsExactly("interfaces");
        assertThat(broken(of(List.of("no name"), ServedNetwork.attached(RACK.prefix(), "eth1"),
                new ServedNetwork(UUID.randomUUID(), Optional.empty(), List.of("relay"), List.of("dns.example"),
                        List.of("::1"), "no domain", true)),
                RACK)).containsExactly("interfaces", "networks[0].attachedTo", "networks[1].prefix",
                        "networks[1].relays", "networks[1].nameServers", "networks[1].timeServers",
                        "networks[1].domain");
    }

    @Test
    void networksThatOverlapOrHoldNoMachinesAreRefused() {
        var container = record("10.1.0.0/16", true);
        var six = record("2001:db8::/64", false);
        assertThat(broken(of(List.of("eth1"), ServedNetwork.relayed(RACK.prefix()),
                ServedNetwork.relayed(HALL.prefix()), ServedNetwork.relayed(container.prefix()),
                ServedNetwork.relayed(six.prefix())), RACK, HALL, container, six))
                        .containsExactly("networks[1].prefix", "networks[2].prefix", "networks[3].prefix");
    }

    @Test
    void optionsThatTheServerNeedsOrThatCannotBeReadAreRefused() {
        assertThat(broken(with(boot(new OptionValue(51, OptionValue.Form.HEX, "00"),
                new OptionValue(255, OptionValue.Form.HEX, "00"), new OptionValue(43, OptionValue.Form.HEX, "xyz"),
                new OptionValue(42, OptionValue.Form.ADDRESSES, "ntp"),
                new OptionValue(12, OptionValue.Form.TEXT, ""), new OptionValue(12, OptionValue.Form.TEXT, "a")))))
                        .containsExactly("classes[0].options[0].code", "classes[0].options[1].code",
                                "classes[0].options[2].value", "classes[0].options[3].value",
                                "classes[0].options[4].value", "classes[0].options[5].code");
        assertThat(broken(with(new ClientClass("", "", "", "3c:e", List.of(), Optional.of("x"), Optional.of(" ")))))
                .containsExactly("classes[0].name", "classes[0].macPrefix", "classes[0].bootServer",
                        "classes[0].bootFile");
    }
}
