package org.dcos.server.oob.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the service did to a BMC of OpenIPMI's {@code ipmi_sim}, read back with ipmitool. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BmcSettingsPeerTest {

    private static final InetSocketAddress WHERE = new InetSocketAddress("127.94.200.1", 36_943);
    private static final String USER = "admin";
    private static final String PASSWORD = "Passw0rd";
    private static final int VIEWER = 3;

    @TempDir private static Path directory;
    private static SettingsWorld world;
    private static Process sim;
    private static Bmc bmc;

    @BeforeAll
    static void start() throws Exception {
        for (String program : List.of("ipmi_sim", "ipmitool")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)),
                    program + " is not installed: apt install openipmi ipmitool");
        }
        world = new SettingsWorld(Files.createDirectories(directory.resolve("data")));
        Path state = Files.createDirectories(directory.resolve("state"));
        Path lan = Files.write(directory.resolve("lan.conf"), List.of("name \"bmc1\"", "startlan 1",
                "  addr %s %d".formatted(InetAddress.getByName(WHERE.getHostString()).getHostAddress(),
                        WHERE.getPort()),
                "  priv_limit admin", "  allowed_auths_callback md5", "  allowed_auths_user md5",
                "  allowed_auths_operator md5", "  allowed_auths_admin md5",
                "  guid b123456789abcdef0123456789abcdef", "endlan", "user 1 false \"\" \"test\" user 10 md5",
                "user 2 true \"%s\" \"%s\" admin 10 md5".formatted(USER, PASSWORD),
                "user 3 true \"viewer\" \"look\" user 10 md5"));
        Path emulator = Files.write(directory.resolve("emu.cmd"), List.of(
                "mc_setbmc 0x20", "mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr",
                "sel_enable 0x20 1000 0x0a", "mc_enable 0x20"));
        sim = new ProcessBuilder("ipmi_sim", "-c", lan.toString(), "-f", emulator.toString(), "-s", state.toString(),
                "-n").redirectErrorStream(true).redirectOutput(directory.resolve("sim.log").toFile()).start();
        bmc = world.record("srv-sim", "SIM-1", WHERE, USER, PASSWORD);
    }

    @AfterAll
    static void end() throws Exception {
        if (sim != null) {
            sim.destroyForcibly().waitFor();
        }
        if (world != null) {
            world.close();
        }
    }

    /** The lines that ipmitool prints. */
    private static List<String> ipmitool(String password, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("ipmitool", "-I", "lanplus", "-C", "3", "-H", WHERE.getHostString(), "-p",
                Integer.toString(WHERE.getPort()), "-U", USER, "-P", password, "-N", "1", "-R", "3"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("ipmitool %s: %s".formatted(String.join(" ", arguments), output));
            }
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String own() {
        return new String(world.vault.reveal(world.bmcs.bmc(bmc.id()).orElseThrow().credential()).orElseThrow()
                .reveal());
    }

    @Test
    @Order(1)
    void what_is_read_is_what_ipmitool_reads() throws Exception {
        world.service.read(ReadOrder.of(bmc.id()));

        var details = world.service.details(bmc.id());
        assertThat(details.accounts().orElseThrow().users()).contains(new BmcUser(2, USER, true,
                Privilege.ADMINISTRATOR), new BmcUser(VIEWER, "viewer", true, Privilege.USER));
        assertThat(ipmitool(PASSWORD, "user", "list", "1")).anyMatch(line -> line.matches("3 +viewer .*USER.*"));
        assertThat(details.firmware().orElseThrow().version()).isEqualTo(value(ipmitool(PASSWORD, "mc", "info"),
                "Firmware Revision"));
        assertThat(details.spoken().suite()).contains(3);
        assertThat(details.doors().orElseThrow().open()).isEqualTo(Set.of(Weakness.CIPHER_SUITE_0));
        assertThat(details.power().orElseThrow().draw()).as("it has no DCMI").isEmpty();
    }

    private static String value(List<String> lines, String name) {
        return lines.stream().filter(line -> line.strip().startsWith(name)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElseThrow();
    }

    @Test
    @Order(2)
    void an_account_that_was_turned_off_and_one_that_was_made_are_so_for_ipmitool() throws Exception {
        var off = world.changeAccess(bmc, new AccessChange.SetAccount(VIEWER, "viewer", false, Privilege.USER,
                Optional.empty()));
        assertThat(off.ok()).as(off.message()).isTrue();
        var made = world.changeAccess(bmc, new AccessChange.SetAccount(5, "night", true, Privilege.OPERATOR,
                Optional.of(Secret.of("Night-shift-7"))));

        assertThat(made.ok()).as(made.message()).isTrue();
        assertThat(ipmitool(PASSWORD, "user", "list", "1")).anyMatch(line -> line.matches("5 +night .*OPERATOR.*"))
                .anyMatch(line -> line.matches("3 +viewer +\\S+ +\\S+ +false .*"));
        assertThat(ipmitool(PASSWORD, "user", "test", "5", "16", "Night-shift-7")).contains("Success");
    }

    @Test
    @Order(3)
    void a_watchdog_that_was_set_is_read_and_stopped() throws Exception {
        ipmitool(PASSWORD, "raw", "0x06", "0x24", "0x04", "0x00", "0x00", "0x10", "0x58", "0x02");
        world.service.read(ReadOrder.of(bmc.id()));
        assertThat(world.service.details(bmc.id()).watchdog().orElseThrow().timer().orElseThrow().timeout())
                .isEqualTo(Duration.ofSeconds(60));

        var result = world.change(bmc, new BmcChange.StopWatchdog());

        assertThat(result.ok()).as(result.message()).isTrue();
        assertThat(ipmitool(PASSWORD, "mc", "watchdog", "get")).anyMatch(line -> line.contains("Stopped"));
    }

    @Test
    @Order(4)
    void suite_0_that_does_not_close_is_told() throws Exception {
        var result = world.change(bmc, new BmcChange.CloseDoor(Weakness.CIPHER_SUITE_0));

        assertThat(result.ok()).isFalse();
        assertThat(result.message()).contains("srv-sim", WHERE.getHostString(), "still has cipher suite 0 open");
    }

    @Test
    @Order(5)
    void a_power_limit_without_dcmi_and_alerts_without_destinations_are_refused_with_a_sentence() throws Exception {
        for (var change : List.<BmcChange>of(new BmcChange.LimitPower(Optional.of(300)),
                new BmcChange.SendAlerts(Optional.of("127.9.9.9")))) {
            var result = world.change(bmc, change);
            assertThat(result.ok()).isFalse();
            assertThat(result.message()).contains("srv-sim", WHERE.getHostString());
        }
    }

    @Test
    @Order(6)
    void the_rotated_password_is_the_only_one_that_opens_for_ipmitool() throws Exception {
        var result = world.changeAccess(bmc, new AccessChange.RotatePassword());

        assertThat(result.ok()).as(result.message()).isTrue();
        assertThat(ipmitool(own(), "mc", "info")).isNotEmpty();
        assertThat(own()).isNotEqualTo(PASSWORD);
        assertThatThrownBy(() -> ipmitool(PASSWORD, "mc", "info"))
                .isInstanceOf(IOException.class);
    }
}
