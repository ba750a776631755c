package org.dcos.ui.parts.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.dhcp.DhcpModel;
import org.dcos.ui.model.dhcp.InterfaceRow;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.widget.Panel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class DhcpBoardXvfbTest {

    private static final Instant NOW = TestDesk.NOW;
    private static final UUID RACK = new UUID(6, 1);
    private static final UUID FAR = new UUID(6, 2);
    private static final String COMMAND = "sudo sh -c 'echo /usr/lib/jvm/java-25/lib >/etc/ld.so.conf.d/dcos-java.conf "
            + "&& ldconfig && setcap cap_net_bind_service,cap_net_raw+ep /usr/lib/jvm/java-25/bin/java'";

    private static HostInterface host(String name, boolean up, boolean served, String trouble, List<OtherServer> others,
            String... addresses) {
        return new HostInterface(name, "3c:ec:ef:01:02:0" + name.charAt(name.length() - 1), true, up,
                List.of(addresses), served, trouble, trouble.isEmpty() ? Optional.empty() : Optional.of(COMMAND),
                Optional.of(NOW), others);
    }

    private static DhcpStatus serving() {
        var other = new OtherServer("10.20.0.1", "00:1b:17:00:01:13", "10.20.0.77", NOW.minusSeconds(780), NOW);
        return new DhcpStatus(DhcpStatus.State.SERVING, NOW.minus(Duration.ofHours(3)), "", Optional.empty(),
                List.of(host("eth0", true, false, "", List.of(), "192.0.2.31/24"),
                        host("eth1", true, true, "", List.of(other), "10.20.0.2/24"),
                        host("wlan0", false, false, "", List.of())),
                List.of(new NetworkUse(RACK, "10.20.0.0/24", Optional.of("eth1"), 150, 41, 2, 18, ""),
                        new NetworkUse(FAR, "10.20.8.0/22", Optional.empty(), 64, 61, 0, 0, "")));
    }

    private static DhcpStatus refused() {
        var why = "DHCP cannot be served on eth1: this process may not have UDP port 67. Put AmbientCapabilities="
                + "CAP_NET_BIND_SERVICE CAP_NET_RAW into its systemd unit, or run the command; then start it again.";
        return new DhcpStatus(DhcpStatus.State.REFUSED, NOW.minusSeconds(65), why, Optional.of(COMMAND),
                List.of(host("eth0", true, false, "", List.of(), "192.0.2.31/24"),
                        host("eth1", true, false, why, List.of(), "10.20.0.2/24")),
                List.of(new NetworkUse(RACK, "10.20.0.0/24", Optional.of("eth1"), 150, 0, 0, 18, "")));
    }

    private static List<Lease> leases() {
        var all = new ArrayList<Lease>();
        var vendors = List.of("iDRAC", "HPE iLO 6", "udhcp 1.35", "", "Huawei iBMC");
        for (int i = 0; i < 24; i++) {
            boolean relayed = i % 5 == 4;
            var client = new DhcpClient(vendors.get(i % 5), "", i % 3 == 0 ? "bmc-a03-%02d".formatted(i) : "", "", "",
                    "", List.of(), List.of(1, 3), relayed
                            ? Optional.of(new DhcpClient.Relay("10.20.8.1", "ge-0/0/%d".formatted(i), ""))
                            : Optional.empty());
            boolean reserved = i % 4 == 1;
            all.add(new Lease("10.20.0.%d".formatted(100 + i), "3c:ec:ef:10:00:%02x".formatted(i), client,
                    i == 7 ? LeaseState.BARRED : LeaseState.BOUND, NOW.minusSeconds(7_200), NOW.minusSeconds(11L * i),
                    NOW.plusSeconds(reserved ? 39_000 : 600 - 11L * i), reserved, "10.20.0.0/24",
                    relayed ? "" : "eth1"));
        }
        return all;
    }

    private static Prefix prefix(UUID id, String cidr, String purpose) {
        return new Prefix(id, 1, Optional.empty(), cidr, PrefixState.ACTIVE, purpose, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), Map.of());
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection(DhcpStatus status) {
        var settings = DhcpSettings.DEFAULT.withServing(true).withNetworks(List.of("eth1"),
                List.of(ServedNetwork.attached(RACK, "eth1"), ServedNetwork.relayed(FAR)));
        return new FakeConnection().answer("status", _ -> status).answer("settings", _ -> settings)
                .answer("leases", _ -> FakeConnection.page(leases()))
                .answer("list", _ -> FakeConnection.page(List.of(prefix(RACK, "10.20.0.0/24", "oob"),
                        prefix(FAR, "10.20.8.0/22", "oob, hall 2"), prefix(new UUID(6, 3), "10.30.0.0/16", "hosts"))));
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,1366,640", "zh,LIGHT,1366,640", "en,DARK,1366,640", "zh,DARK,1366,640"})
    void the_board_shows_interfaces_with_other_servers_how_full_networks_are_and_leases(String language, Theme theme,
            int width, int height) {
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection(serving()));
                var model = new DhcpModel(test.desk().estate(), test.desk().modelTexts(), test.desk().clock())) {
            var board = new DhcpBoard(new Panel(test.shell()).body(), test.desk(), model);
            test.open(width, height);
            model.load();
            test.settle();
            test.picture(test.shell(), "dhcp-%s-%s".formatted(language, theme));
            model.form(board.chosen().orElseThrow().host(), form -> {
                var dialog = new ServeDialog(test.shell(), test.desk().texts(), model, form);
                dialog.setBlockOnOpen(false);
                dialog.open();
                test.picture(dialog.getShell(), "dhcp-serve-%s-%s".formatted(language, theme));
                dialog.close();
            });

            assertThat(board.chosen().map(InterfaceRow::name)).contains("eth1");
            assertThat(board.chosen().map(InterfaceRow::warning).orElseThrow()).contains("10.20.0.1");
            assertThat(model.leases().getValue().rows()).hasSize(24);
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,DARK"})
    void a_refusal_is_told_with_the_command_that_mends_it(String language, Theme theme) {
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection(refused()));
                var model = new DhcpModel(test.desk().estate(), test.desk().modelTexts(), test.desk().clock())) {
            var board = new DhcpBoard(new Panel(test.shell()).body(), test.desk(), model);
            test.open(1366, 620);
            model.load();
            test.settle();
            test.picture(test.shell(), "dhcp-refused-%s-%s".formatted(language, theme));

            assertThat(model.sight().getValue().command()).contains(COMMAND);
            assertThat(model.sight().getValue().trouble()).contains("67").doesNotContain(
                    language.equals("zh") ? "this process" : "本进程");
            assertThat(board.chosen().map(InterfaceRow::chosen)).contains(true);
        }
    }
}
