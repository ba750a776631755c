package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.net.ipmi.account.UserAccess;
import org.dcos.net.ipmi.account.UserAccess.Rights;
import org.dcos.net.ipmi.account.UserName;
import org.dcos.net.ipmi.account.UserPassword;
import org.dcos.net.ipmi.account.UserPassword.Size;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.command.Watchdog;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.lan.LanSettings;
import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.Ipmitool;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sel.EventLexicon;
import org.dcos.net.ipmi.sel.SelClock;
import org.dcos.net.ipmi.sel.SelInfo;
import org.dcos.net.ipmi.sel.SelRecord;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Setting a BMC up, and its log, against a process of ipmi_sim with ipmitool as the second opinion. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationPeerTest {

    private static final int VIEWER = 3;

    private IpmiSim sim;
    private Ipmitool ipmitool;
    private IpmiClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sim = IpmiSim.start(folder, TestRack.sensors(), TestRack.locators(), TestRack.fru());
        ipmitool = new Ipmitool(sim.address(), IpmiSim.USER, IpmiSim.PASSWORD, 3);
        client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 5));
    }

    @AfterAll
    void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (sim != null) {
            sim.close();
        }
    }

    @Test
    void the_lan_channel_is_found() throws Exception {
        try (var bmc = connect()) {
            assertThat(LanConfiguration.of(bmc).channel()).isEqualTo(1);
        }
    }

    @Test
    void users_are_those_of_ipmitool() throws Exception {
        var listed = ipmitool.run("user", "list", "1");
        try (var bmc = connect()) {
            assertThat(bmc.send(new UserName.Get(2))).isEqualTo(IpmiSim.USER);
            assertThat(bmc.send(new UserAccess.Get(1, VIEWER)).rights().limit()).contains(PrivilegeLevel.USER);
            assertThat(listed).anyMatch(line -> line.startsWith("2 ") && line.contains(IpmiSim.USER));
        }
    }

    @Test
    void a_new_user_can_log_in() throws Exception {
        char[] password = "Sixteen-bytes-16".toCharArray();
        try (var bmc = connect()) {
            bmc.send(new UserName.Set(5, "night"));
            bmc.send(UserPassword.set(5, password, Size.fitting(password)));
            bmc.send(new UserAccess.Set(1, 5, Rights.upTo(PrivilegeLevel.OPERATOR)));
            bmc.send(UserPassword.enable(5, true));

            bmc.send(UserPassword.test(5, password, Size.SIXTEEN));
        }
        try (var bmc = client.connect(new BmcTarget(sim.address(), Credential.of("night", password),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.OPERATOR))) {
            bmc.send(new ChassisStatus.Get());
        }
    }

    @Test
    void a_watchdog_that_was_set_is_seen_by_ipmitool() throws Exception {
        try (var bmc = connect()) {
            bmc.send(new Watchdog.Set(
                    Watchdog.of(Watchdog.Use.SMS_OS, Watchdog.Action.NONE, Duration.ofSeconds(60))));

            assertThat(ipmitool.run("mc", "watchdog", "get")).anyMatch(line -> line.contains("SMS/OS"));
            var timer = bmc.send(new Watchdog.Get());
            assertThat(timer.countdown()).isEqualTo(Duration.ofSeconds(60));
            assertThat(timer.running()).isFalse();
        }
    }

    @Test
    void the_clock_is_set_and_read() throws Exception {
        var time = Instant.parse("2026-11-26T06:00:00Z");
        try (var bmc = connect()) {
            bmc.send(new SelClock.Set(time));

            assertThat(bmc.send(new SelClock.Get()).instant().orElseThrow()).isBetween(time, time.plusSeconds(5));
        }
    }

    @Test
    void the_log_is_read_in_the_words_of_ipmitool_and_cleared() throws Exception {
        try (var bmc = connect()) {
            ipmitool.run("sel", "clear");
            for (int reading : List.of(0x60, 0x61, 0x62)) {
                addEvent(reading);
            }
            var reader = new SelReader(bmc);
            var lexicon = new EventLexicon(SdrReader.read(bmc).sensors(), List.of());

            var whole = reader.read(Optional.empty(), 100);
            assertThat(whole.entries()).hasSize(3);
            assertThat(bmc.send(new SelInfo.Get()).entries()).isEqualTo(3);
            assertThat(lexicon.words(whole.entries().getFirst()).text()).startsWith("Upper critical going high");
            assertThat(ipmitool.run("sel", "elist").getFirst()).contains("Upper Critical going high");

            SelRecord known = whole.entries().get(1);
            assertThat(reader.read(Optional.of(known), 100).entries()).containsExactly(whole.entries().get(2));
            assertThat(reader.clear(Optional.of(known))).as("another was added behind it").isFalse();
            assertThat(reader.clear(Optional.of(whole.entries().get(2)))).isTrue();
            assertThat(ipmitool.run("sel", "info")).anyMatch(line -> line.matches("Entries +: 0"));

            addEvent(0x63);
            var anew = reader.read(Optional.of(known), 100);
            assertThat(anew.anew()).isTrue();
            assertThat(anew.entries()).hasSize(1);
        }
    }

    @Test
    void lan_settings_are_those_of_ipmitool() throws Exception {
        List<String> print = ipmitool.run("lan", "print", "1");
        try (var bmc = connect()) {
            var lan = LanConfiguration.of(bmc).settings();

            assertThat(lan.address().toString()).isEqualTo(Ipmitool.valueOf(print, "IP Address  "));
            assertThat(lan.mac()).isEqualTo(Ipmitool.valueOf(print, "MAC Address"));
        }
    }

    @Test
    void cipher_suites_are_those_of_ipmitool() throws Exception {
        String suites = Ipmitool.valueOf(ipmitool.run("lan", "print", "1"), "RMCP+ Cipher Suites");
        try (var bmc = connect()) {
            var lan = LanConfiguration.of(bmc);
            var privileges = lan.cipherPrivileges().orElseThrow();

            assertThat(privileges.suites().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .isEqualTo(suites);
            assertThat(privileges.isOn(0)).isFalse();
            assertThat(lan.allowsNoAuthentication()).isFalse();
        }
    }

    /** It lists no suite 0, and lets it in all the same, also when its privileges are taken away. */
    @Test
    void suite_0_is_proved_by_a_login_and_not_by_what_is_listed() throws Exception {
        var stranger = new Ipmitool(sim.address(), IpmiSim.USER, "not-the-password", 0);
        assertThat(stranger.run("chassis", "status")).as("ipmitool gets in").isNotEmpty();

        assertThat(PasswordlessLogin.level(sim.address(), IpmiSim.USER, Duration.ofSeconds(1)))
                .contains(PrivilegeLevel.ADMINISTRATOR);
        assertThat(PasswordlessLogin.level(sim.address(), "viewer", Duration.ofSeconds(1))).isPresent();
        assertThat(PasswordlessLogin.level(sim.address(), "nobody", Duration.ofSeconds(1))).isEmpty();
        for (int i = 0; i < 20; i++) { // more than a BMC has places for sessions
            assertThat(PasswordlessLogin.level(sim.address(), IpmiSim.USER, Duration.ofSeconds(1))).isPresent();
        }
    }

    @Test
    void a_user_is_turned_off_and_on() throws Exception {
        try (var bmc = connect()) {
            bmc.send(UserPassword.enable(VIEWER, false));
            assertThat(bmc.send(new UserAccess.Get(1, VIEWER)).rights().messaging()).isFalse();

            bmc.send(UserPassword.enable(VIEWER, true));
            assertThat(bmc.send(new UserAccess.Get(1, VIEWER)).rights().messaging()).isTrue();
        }
    }

    /** This one drops what was set when it is told "complete" without a "commit". */
    @Test
    void a_static_address_is_committed_and_seen_by_ipmitool() throws Exception {
        try (var bmc = connect()) {
            var lan = LanConfiguration.of(bmc);
            var present = lan.settings();
            var wanted = new LanSettings(LanSettings.IpSource.STATIC, Ipv4.of("10.77.0.9"), Ipv4.mask(22),
                    Ipv4.of("10.77.0.1"), present.mac(), Optional.empty());

            lan.set(wanted);

            assertThat(lan.settings()).isEqualTo(wanted);
            List<String> print = ipmitool.run("lan", "print", "1");
            assertThat(Ipmitool.valueOf(print, "IP Address Source")).isEqualTo("Static Address");
            assertThat(Ipmitool.valueOf(print, "IP Address  ")).isEqualTo("10.77.0.9");
            assertThat(Ipmitool.valueOf(print, "Subnet Mask")).isEqualTo("255.255.252.0");
            assertThat(Ipmitool.valueOf(print, "Default Gateway IP")).isEqualTo("10.77.0.1");
            lan.set(present);
        }
    }

    @Test
    void a_bmc_without_alert_destinations_refuses() throws Exception {
        try (var bmc = connect()) {
            var alerts = new EventAlerts(bmc, LanConfiguration.of(bmc));

            assertThatThrownBy(() -> alerts.sendTo(Ipv4.of("127.9.9.9"), "public"))
                    .isInstanceOfSatisfying(BmcRefused.class,
                            e -> assertThat(e.completionCode()).isEqualTo(LanParameter.NOT_SUPPORTED));
        }
    }

    /** Add SEL Entry: sensor 30h, upper critical going high, with reading and threshold. */
    private void addEvent(int reading) throws Exception {
        ipmitool.run("raw", "0x0a", "0x44", "0", "0", "2", "0", "0", "0", "0", "0x20", "0", "4", "1", "0x30", "1",
                "0x59", Integer.toString(reading), "0x50");
    }

    private BmcConnection connect() {
        return client.connect(new BmcTarget(sim.address(),
                Credential.of(IpmiSim.USER, IpmiSim.PASSWORD.toCharArray()), BmcTarget.PREFERRED_SUITES,
                PrivilegeLevel.ADMINISTRATOR));
    }
}
