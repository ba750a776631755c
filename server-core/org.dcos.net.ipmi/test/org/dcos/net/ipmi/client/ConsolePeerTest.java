package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.peer.UdpTap;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A console through ipmi_sim to a real serial line: a TCP socket, as a virtual machine's serial port is one. */
@Timeout(60)
class ConsolePeerTest {

    private static final ClientOptions OPTIONS = ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 5);

    @TempDir private Path folder;
    private ServerSocket line;
    private IpmiSim sim;

    @BeforeEach
    void start() throws Exception {
        line = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sim = IpmiSim.start(folder, TestRack.sensors(), TestRack.locators(), TestRack.fru(),
                List.of("sol \"tcp:127.0.0.1:%d\" 115200".formatted(line.getLocalPort())));
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        if (sim != null) {
            sim.close();
        }
    }

    @Test
    void every_character_arrives_once_and_in_order_both_ways() throws Exception {
        transfer(sim.address(), 60);
    }

    @Test
    void every_character_arrives_once_where_one_datagram_in_six_is_lost() throws Exception {
        try (var lossy = new UdpTap(sim.address(), 6)) {
            transfer(lossy.address(), 20);
        }
    }

    private void transfer(InetSocketAddress bmc, int count) throws Exception {
        String down = lines("to the server", count);
        String up = lines("from the server", count);
        var screen = new Screen();
        try (var console = SolConsole.open(target(bmc), OPTIONS, false, screen);
                Socket serial = accept()) {
            var written = CompletableFuture.runAsync(() -> write(serial, up));
            var read = CompletableFuture.supplyAsync(() -> read(serial, down.length()));

            console.send(down.getBytes(StandardCharsets.US_ASCII));

            assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(down);
            written.get(30, TimeUnit.SECONDS);
            screen.await(up.length());
            assertThat(screen.text()).isEqualTo(up);
        }
    }

    @Test
    void it_is_open_once_and_can_be_opened_again_after_it_was_closed() throws Exception {
        try (var console = SolConsole.open(target(sim.address()), OPTIONS, false, new Screen())) {
            assertThatThrownBy(() -> SolConsole.open(target(sim.address()), OPTIONS, false, new Screen()))
                    .isInstanceOf(BmcRefused.class);
            assertThat(console.isOver()).isFalse();
        }
        try (var again = SolConsole.open(target(sim.address()), OPTIONS, false, new Screen())) {
            assertThat(again.isOver()).isFalse();
        }
    }

    /** The firmware of a virtual machine whose serial port is the line; skipped where QEMU is not installed. */
    @Test
    void the_firmware_of_a_virtual_machine_shows_on_the_console() throws Exception {
        Assumptions.assumeTrue(IpmiSim.isInstalled("qemu-system-x86_64"), "QEMU is not installed");
        int port = line.getLocalPort();
        line.close();
        var machine = new ProcessBuilder("qemu-system-x86_64", "-accel", "tcg,tb-size=64", "-m", "64", "-machine",
                "graphics=off", "-display", "none", "-net", "none", "-serial",
                "tcp:127.0.0.1:%d,server=on,wait=on".formatted(port)).redirectErrorStream(true)
                        .redirectOutput(folder.resolve("qemu.log").toFile()).start();
        var screen = new Screen();
        try (var console = SolConsole.open(target(sim.address()), OPTIONS, false, screen)) {
            screen.await("SeaBIOS");
            assertThat(console.isOver()).isFalse();
        } finally {
            machine.destroyForcibly().waitFor();
        }
    }

    /** ipmi_sim connects when it starts, and again when the line was let go. */
    private Socket accept() throws IOException {
        line.setSoTimeout(10_000);
        return line.accept();
    }

    private static String lines(String what, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("line %d %s\n".formatted(i, what));
        }
        return text.toString();
    }

    private static void write(Socket serial, String text) {
        try {
            serial.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            serial.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Socket serial, int length) {
        try {
            return new String(serial.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BmcTarget target(InetSocketAddress bmc) {
        return new BmcTarget(bmc, Credential.of(IpmiSim.USER, IpmiSim.PASSWORD.toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);
    }

    /** What came, character by character. */
    private static final class Screen implements SolListener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public synchronized void received(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.US_ASCII));
            notifyAll();
        }

        @Override
        public void ended(String why) {
            throw new AssertionError(why);
        }

        synchronized void await(int length) throws InterruptedException {
            long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (text.length() < length) {
                assertThat(System.nanoTime()).as("%d of %d characters", text.length(), length).isLessThan(limit);
                wait(100);
            }
        }

        synchronized void await(String part) throws InterruptedException {
            long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (text.indexOf(part) < 0) {
                assertThat(System.nanoTime()).as("waited for '%s' in '%s'", part, text).isLessThan(limit);
                wait(100);
            }
        }

        synchronized String text() {
            return text.toString();
        }
    }
}
