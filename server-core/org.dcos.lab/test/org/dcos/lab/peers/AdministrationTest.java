package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.dcos.lab.Lab;
import org.dcos.lab.network.LabBmc;
import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.EventAlerts;
import org.dcos.net.ipmi.client.IpmiClient;
import org.dcos.net.ipmi.client.LanConfiguration;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ipmitool and FreeIPMI set controllers up and read what they have set. */
@Timeout(120)
class AdministrationTest {

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = StandingStill.lab(20, "127.95.0.0");
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void ipmitool_makes_a_user_who_can_log_in(int suite) throws IOException {
        LabBmc bmc = lab.bmc(suite);

        Peer.ipmitool(lab, bmc, suite, "user", "set", "name", "6", "night");
        Peer.ipmitool(lab, bmc, suite, "user", "set", "password", "6", "Twenty-bytes-long-20", "20");
        Peer.ipmitool(lab, bmc, suite, "channel", "setaccess", "1", "6", "link=on", "ipmi=on", "privilege=4");
        Peer.ipmitool(lab, bmc, suite, "user", "enable", "6");

        assertThat(Peer.ipmitool(lab, bmc, suite, "user", "list", "1").output())
                .containsPattern("6 +night +(true|false) +true +true +ADMINISTRATOR");
        assertThat(Peer.ipmitool(lab, bmc, suite, "user", "test", "6", "20", "Twenty-bytes-long-20").output())
                .contains("Success");
        assertThat(Peer.ipmitool(lab, bmc, suite, "user", "test", "6", "20", "another").output())
                .contains("incorrect");
    }

    @Test
    void ipmitool_moves_a_controller_to_a_static_address() throws IOException {
        LabBmc bmc = lab.bmc(1);

        Peer.ipmitool(lab, bmc, 17, "lan", "set", "1", "ipsrc", "static");
        Peer.ipmitool(lab, bmc, 17, "lan", "set", "1", "netmask", "255.255.255.0");
        Peer.ipmitool(lab, bmc, 17, "lan", "set", "1", "ipaddr", "127.95.77.1");

        assertThat(bmc.address().getHostString()).isEqualTo("127.95.77.1");
        assertThat(Peer.ipmitool(lab, bmc, 17, "lan", "print", "1").output()).contains("127.95.77.1")
                .contains("255.255.255.0");
    }

    @Test
    void ipmitool_sees_cipher_suite_0_of_a_weak_controller_and_shuts_it() throws IOException {
        LabBmc bmc = lab.bmc(2);
        bmc.simulator().weaken();

        assertThat(Peer.ipmitool(lab, bmc, 17, "lan", "print", "1").output())
                .containsPattern("RMCP\\+ Cipher Suites +: 0,3,17").containsPattern("Cipher Suite Priv Max +: aaa");
        Peer.ipmitool(lab, bmc, 17, "lan", "set", "1", "cipher_privs", "XaaXXXXXXXXXXXX");
        assertThat(Peer.ipmitool(lab, bmc, 17, "lan", "print", "1").output())
                .containsPattern("Cipher Suite Priv Max +: Xaa");
    }

    @Test
    void ipmitool_sets_a_watchdog_that_turns_the_server_off() throws IOException {
        LabBmc bmc = lab.bmc(4);
        bmc.simulator().setPower(true);

        Peer.ipmitool(lab, bmc, 17, "raw", "0x06", "0x24", "0x04", "0x02", "0", "0", "1", "0"); // 0.1 s, power down
        Peer.ipmitool(lab, bmc, 17, "mc", "watchdog", "reset");
        until(() -> Peer.ipmitool(lab, bmc, 17, "chassis", "power", "status").output().contains("is off"));

        assertThat(Peer.ipmitool(lab, bmc, 17, "sel", "elist").output()).contains("Watchdog2").contains("Power down");
    }

    @Test
    void ipmitool_limits_the_power() throws IOException {
        LabBmc bmc = lab.bmc(5);
        bmc.simulator().setPower(true);
        int watts = bmc.server().hardware().idleWatts();

        assertThat(Peer.ipmitool(lab, bmc, 17, "dcmi", "power", "get_limit").output()).containsIgnoringCase("active");
        Peer.ipmitool(lab, bmc, 17, "dcmi", "power", "set_limit", "limit", Integer.toString(watts));
        Peer.ipmitool(lab, bmc, 17, "dcmi", "power", "activate");

        assertThat(Peer.ipmitool(lab, bmc, 17, "dcmi", "power", "get_limit").output())
                .containsPattern("Power Limit: +%d Watts".formatted(watts));
        assertThat(Peer.ipmitool(lab, bmc, 17, "dcmi", "power", "reading").output())
                .containsPattern("Instantaneous power reading: +%d Watts".formatted(watts));
        assertThat(Peer.ipmitool(lab, bmc, 17, "dcmi", "discover").output()).contains("Power management available");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void freeipmi_sets_the_trap_destination_and_reads_it(int suite) throws IOException {
        LabBmc bmc = lab.bmc(suite + 1);

        assertThat(Peer.freeipmi(lab, bmc, suite, "ipmi-config", "--category=pef", "--commit", "--key-pair",
                "Lan_Alert_Destination_1:Alert_IP_Address=127.9.9.9").status()).isZero();

        assertThat(Peer.freeipmi(lab, bmc, suite, "ipmi-config", "--category=pef", "--checkout", "--section",
                "Lan_Alert_Destination_1").output()).containsPattern("Alert_IP_Address +127.9.9.9");
    }

    /** What our client sets up for alerts is what FreeIPMI reads. */
    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void freeipmi_reads_the_alerts_that_our_client_has_set_up(CipherSuite suite) throws Exception {
        LabBmc bmc = lab.bmc(suite.id() == 3 ? 11 : 12);
        try (var client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 3));
                var connection = client.connect(new BmcTarget(bmc.address(),
                        Credential.of(lab.options().user(), lab.options().password().toCharArray()), List.of(suite),
                        PrivilegeLevel.ADMINISTRATOR))) {
            var alerts = new EventAlerts(connection, LanConfiguration.of(connection));
            assertThat(alerts.receiver()).isEmpty();

            alerts.sendTo(Ipv4.of("127.9.9.9"), "public");

            assertThat(alerts.receiver()).contains(Ipv4.of("127.9.9.9"));
            assertThat(Peer.freeipmi(lab, bmc, suite.id(), "ipmi-config", "--category=pef", "--checkout").output())
                    .containsPattern("Enable_PEF +Yes").containsPattern("Enable_Alert_Action +Yes")
                    .containsPattern("Alert_IP_Address +127.9.9.9").containsPattern("Policy_Enabled +Yes")
                    .containsPattern("Enable_Filter +Yes");

            alerts.sendNowhere();
            assertThat(alerts.receiver()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipmi-pef-config --info", "ipmi-dcmi --get-dcmi-capability-info",
        "ipmi-dcmi --get-system-power-statistics",
        "ipmi-sel --info", "ipmi-sel"})
    void freeipmi_has_no_complaint_about(String command) throws IOException {
        var outcome = Peer.freeipmi(lab, lab.bmc(6), 17, command.split(" "));

        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "pef"})
    void ipmi_config_reads_every_section(String category) throws IOException {
        String sections = Peer.freeipmi(lab, lab.bmc(6), 17, "ipmi-config", "--category=" + category, "--checkout")
                .output();

        assertThat(sections).doesNotContain("ERROR").doesNotContain("Unable").doesNotContain("FATAL")
                .contains(category.equals("pef") ? "Section Alert_Policy_8" : "Section Lan_Conf_Security_Keys");
    }

    @Test
    void ipmi_sel_reads_the_words_of_a_log_and_clears_it() throws IOException {
        LabBmc bmc = lab.bmc(7);
        bmc.simulator().addEvents(20);

        String table = Peer.freeipmi(lab, bmc, 17, "ipmi-sel", "--no-header-output", "--comma-separated-output",
                "--ignore-sdr-cache").output();
        assertThat(table.lines()).hasSize(20);
        assertThat(Peer.freeipmi(lab, bmc, 17, "ipmi-sel", "--clear").status()).isZero();
        assertThat(bmc.simulator().eventCount()).isZero();
    }

    @Test
    void ipmitool_reads_a_thousand_entries_and_more() throws IOException {
        LabBmc bmc = lab.bmc(8);
        bmc.simulator().addEvents(1_500);

        assertThat(Peer.ipmitool(lab, bmc, 17, "sel", "list").output().lines()).hasSize(1_500);
    }

    @Test
    void a_controller_that_starts_anew_is_silent_for_a_while_and_keeps_its_log() throws IOException {
        LabBmc bmc = lab.bmc(9);
        bmc.simulator().addEvents(5);

        Peer.ipmitool(lab, bmc, 17, "mc", "reset", "warm");

        assertThat(bmc.simulator().activeSessions()).isZero();
        assertThat(Peer.ipmitool(lab, bmc, 17, "sel", "list").output().lines()).hasSize(5);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition) throws IOException {
        long limit = System.nanoTime() + 20_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(limit);
        }
    }
}
