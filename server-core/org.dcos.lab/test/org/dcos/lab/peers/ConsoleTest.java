package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.dcos.lab.Lab;
import org.dcos.lab.network.LabBmc;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.SolConsole;
import org.dcos.net.ipmi.client.SolListener;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial consoles: our client against the lab, and ipmitool against the lab. */
@Timeout(60)
class ConsoleTest {

    private static final ClientOptions OPTIONS = ClientOptions.defaults().withTimeouts(Duration.ofMillis(300), 5);

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = StandingStill.lab(10, "127.97.0.0");
        lab.bmcs().forEach(bmc -> bmc.simulator().setPower(true));
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void what_is_typed_is_echoed_and_answered(CipherSuite suite) throws Exception {
        LabBmc bmc = lab.bmc(suite.id() == 3 ? 1 : 2);
        var screen = new Screen();
        try (var console = SolConsole.open(target(bmc, suite), OPTIONS, false, screen)) {
            screen.await("login: ");
            console.send("root\r".getBytes(StandardCharsets.US_ASCII));
            screen.await("Password: ");
            console.send("secret\r".getBytes(StandardCharsets.US_ASCII));
            screen.await("$ ");
            String long400 = "0123456789".repeat(20);
            console.send("echo %s\rhostname\r".formatted(long400).getBytes(StandardCharsets.US_ASCII));
            screen.await("echo " + long400 + "\r\n" + long400 + "\r\n");
            screen.await(bmc.server().name() + "\r\n");
            console.sendBreak();
            screen.await("sysrq");
        }
        assertThat(screen.text()).doesNotContain("secret");
        until(() -> !bmc.simulator().hasConsole() && bmc.simulator().activeSessions() == 0);
        assertThat(screen.ended()).isEmpty();
    }

    @Test
    void a_start_of_the_server_shows_while_nobody_types() throws Exception {
        LabBmc bmc = lab.bmc(3);
        bmc.simulator().setPower(false);
        var screen = new Screen();
        try (var console = SolConsole.open(target(bmc, CipherSuite.SUITE_17), OPTIONS, false, screen)) {
            bmc.simulator().setPower(true);
            screen.await("Linux version");
            screen.await("login: ");
            assertThat(console).isNotNull();
        }
    }

    @Test
    void a_console_that_somebody_has_open_is_refused_and_can_be_taken_over() throws Exception {
        LabBmc bmc = lab.bmc(4);
        var first = new Screen();
        var second = new Screen();
        try (var one = SolConsole.open(target(bmc, CipherSuite.SUITE_17), OPTIONS, false, first)) {
            assertThatThrownBy(() -> SolConsole.open(target(bmc, CipherSuite.SUITE_17), OPTIONS, false, second))
                    .isInstanceOf(BmcRefused.class).hasMessageContaining("Take it over");

            try (var two = SolConsole.open(target(bmc, CipherSuite.SUITE_17), OPTIONS, true, second)) {
                two.send("\r".getBytes(StandardCharsets.US_ASCII));
                second.await("login: ");
                assertThatThrownBy(() -> one.send(new byte[] {'x'})).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_console_that_is_switched_off_is_told_as_such() throws Exception {
        LabBmc bmc = lab.bmc(5);
        Peer.ipmitool(lab, bmc, 17, "sol", "set", "enabled", "false", "1");

        assertThatThrownBy(() -> SolConsole.open(target(bmc, CipherSuite.SUITE_17), OPTIONS, false, new Screen()))
                .isInstanceOf(BmcRefused.class).hasMessageContaining("switched off");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void ipmitool_logs_in_on_a_console(int suite) throws IOException {
        LabBmc bmc = lab.bmc(suite == 3 ? 6 : 7);

        String screen = Peer.ipmitoolConsole(lab, bmc, suite, List.of("login:", "Password:", "$ ", bmc.server().name()),
                List.of("root\r", "x\r", "hostname\r", "\r~."));

        assertThat(screen).contains("login: root").contains("hostname").contains(bmc.server().name());
        until(() -> !bmc.simulator().hasConsole());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void ipmiconsole_logs_in_on_a_console(int suite) throws IOException {
        LabBmc bmc = lab.bmc(suite == 3 ? 8 : 9);

        String screen = Peer.freeipmiConsole(lab, bmc, suite,
                List.of("login:", "Password:", "$ ", bmc.server().name()),
                List.of("root\r", "x\r", "hostname\r", "&."));

        assertThat(screen).contains("login: root").contains("hostname").contains(bmc.server().name());
        until(() -> !bmc.simulator().hasConsole());
    }

    private static BmcTarget target(LabBmc bmc, CipherSuite suite) {
        return new BmcTarget(bmc.address(),
                Credential.of(lab.options().user(), lab.options().password().toCharArray()), List.of(suite),
                PrivilegeLevel.ADMINISTRATOR);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited 10 s").isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    /** What a terminal would show, as it came. */
    private static final class Screen implements SolListener {

        private final StringBuilder text = new StringBuilder();
        private String ended = "";

        @Override
        public synchronized void received(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.ISO_8859_1));
            notifyAll();
        }

        @Override
        public synchronized void ended(String why) {
            ended = why;
            notifyAll();
        }

        synchronized void await(String part) throws InterruptedException {
            long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (text.indexOf(part) < 0) {
                assertThat(System.nanoTime()).as("waited for '%s' in '%s' %s", part, text, ended).isLessThan(limit);
                wait(100);
            }
        }

        synchronized String text() {
            return text.toString();
        }

        synchronized String ended() {
            return ended;
        }
    }
}
