package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dcos.net.probe.peer.Commands;
import org.dcos.net.probe.socket.IcmpSocket;
import org.dcos.net.probe.socket.Libc;
import org.dcos.net.probe.socket.SocketFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions about 127.0.0.0/8, where this machine answers for every address itself. */
@Timeout(60)
class LoopbackTest {

    private static final Inet4Address HERE = Inet4Address.ofLiteral("127.71.0.1");
    private static final ProbeOptions ALL = ProbeOptions.defaults();
    private static final ProbeOptions ECHO = ALL.withMethods(Method.ICMP_ECHO).withRate(20_000);

    private final AddressProbe probe = new AddressProbe();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_address_of_this_machine_answers_an_echo() throws Exception {
        assumeEchoAllowed();

        assertThat(probe.ask(List.of(HERE), ALL)).hasEntrySatisfying(HERE, LoopbackTest::answeredByEcho);
    }

    @Test
    void each_address_has_a_finding_in_the_order_of_the_question() throws Exception {
        var asked = List.of(HERE, Inet4Address.ofLiteral("127.71.0.9"), Inet4Address.ofLiteral("224.0.0.1"),
                Inet4Address.ofLiteral("127.71.0.2"), HERE);

        assertThat(probe.ask(asked, ALL).keySet()).containsExactly(asked.get(0), asked.get(1), asked.get(2),
                asked.get(3));
    }

    @Test
    void a_refused_connection_shows_that_something_is_there() throws Exception {
        int free;
        try (var reserved = new ServerSocket()) {
            reserved.bind(new InetSocketAddress(HERE, 0));
            free = reserved.getLocalPort();
        }
        var options = ALL.withMethods(Method.TCP_CONNECT).withPorts(List.of(free), Duration.ofSeconds(2));

        assertThat(probe.ask(List.of(HERE), options)).containsEntry(HERE,
                new Finding.Answered(new Evidence.Tcp(free, false)));
    }

    @Test
    void an_accepted_connection_shows_that_something_is_there_and_ends_at_once() throws Exception {
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress(HERE, 0));
            var options = ALL.withMethods(Method.TCP_CONNECT).withPorts(List.of(server.getLocalPort()),
                    Duration.ofSeconds(2));

            var findings = probe.ask(List.of(HERE), options);

            assertThat(findings).containsEntry(HERE,
                    new Finding.Answered(new Evidence.Tcp(server.getLocalPort(), true)));
            try (var connection = server.accept()) {
                assertThatExceptionOfType(IOException.class).isThrownBy(connection.getInputStream()::read)
                        .withMessageContaining("reset");
            }
        }
    }

    @Test
    void thousands_of_connections_need_few_files_at_once() throws Exception {
        var many = IntStream.range(0, 3_000).mapToObj(i -> loopback(72, i)).toList();
        var options = ALL.withMethods(Method.TCP_CONNECT).withPorts(List.of(9), Duration.ofSeconds(5))
                .withRate(1_000_000);

        assertThat(probe.ask(many, options).values()).hasSize(3_000).allMatch(Finding.Answered.class::isInstance);
    }

    @Test
    void addresses_that_no_host_can_have_are_not_asked() throws Exception {
        var none = List.of(Inet4Address.ofLiteral("0.0.0.0"), Inet4Address.ofLiteral("239.1.2.3"),
                Inet4Address.ofLiteral("255.255.255.255"), Inet4Address.ofLiteral("127.255.255.255"));

        assertThat(probe.ask(none, ALL).values()).hasSize(4)
                .allSatisfy(finding -> assertThat(finding).isInstanceOfSatisfying(Finding.NotTried.class,
                        it -> assertThat(it.why()).extracting(Omission::reason)
                                .containsOnly(Omission.Reason.NOT_A_HOST)));
    }

    @Test
    void without_the_c_library_connections_are_tried_and_the_rest_is_told() throws Exception {
        var elsewhere = new Means(Optional.empty(), AttachedNetwork::ofThisMachine, System::nanoTime,
                new SplittableRandom(1));
        var noTcp = new ProbeOptions(EnumSet.of(Method.ARP, Method.ICMP_ECHO), ALL.arp(), ALL.echo(), List.of(),
                ALL.connectWait(), 100);
        try (var crippled = new AddressProbe(elsewhere)) {
            assertThat(crippled.ask(List.of(HERE), ALL).get(HERE)).isInstanceOfSatisfying(Finding.Answered.class,
                    it -> assertThat(it.by()).isInstanceOf(Evidence.Tcp.class));

            assertThat(crippled.ask(List.of(HERE), noTcp).get(HERE)).isInstanceOfSatisfying(Finding.NotTried.class,
                    it -> assertThat(it.why()).extracting(Omission::reason).containsExactly(
                            Omission.Reason.NOT_ATTACHED, Omission.Reason.NOT_AVAILABLE_HERE,
                            Omission.Reason.NOT_WANTED));
        }
    }

    @Test
    void fping_and_we_hear_the_same_thousand_addresses(@TempDir Path folder) throws Exception {
        assumeEchoAllowed();
        Commands.assumeInstalled("fping", "fping");
        var many = IntStream.range(0, 1_000).mapToObj(i -> loopback(73, i)).toList();
        var list = Files.write(folder.resolve("list"), many.stream().map(Inet4Address::getHostAddress).toList());

        var findings = probe.ask(many, ECHO);

        var fping = Commands.run("fping", "-C", "2", "-q", "-i", "1", "-f", list.toString());
        var theirs = fping.lines().stream().filter(line -> line.matches("\\S+ +:.* [0-9.]+.*"))
                .map(line -> line.split(" ")[0]).collect(Collectors.toSet());
        assertThat(theirs).hasSize(1_000);
        assertThat(findings.entrySet()).allSatisfy(entry -> answeredByEcho(entry.getValue()));
        assertThat(findings.keySet().stream().map(Inet4Address::getHostAddress)).containsExactlyInAnyOrderElementsOf(
                theirs);
    }

    @Test
    void questions_at_the_same_time_do_not_take_each_others_answers() throws Exception {
        assumeEchoAllowed();
        var answers = new ConcurrentHashMap<Integer, Map<Inet4Address, Finding>>();
        var threads = IntStream.range(0, 6).mapToObj(number -> Thread.ofVirtual().start(() -> {
            try {
                answers.put(number, probe.ask(IntStream.range(0, 500).mapToObj(i -> loopback(80 + number, i)).toList(),
                        ECHO));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        })).toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(6).allSatisfy((number, findings) -> assertThat(findings.values()).hasSize(500)
                .allSatisfy(LoopbackTest::answeredByEcho));
    }

    @Test
    void a_closed_probe_says_so() {
        probe.close();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> probe.ask(List.of(HERE), ALL))
                .withMessageContaining("closed");
    }

    private static void answeredByEcho(Finding finding) {
        assertThat(finding).isInstanceOfSatisfying(Finding.Answered.class,
                answered -> assertThat(answered.by()).isInstanceOfSatisfying(Evidence.Echo.class,
                        echo -> assertThat(echo.roundTrip()).isBetween(Duration.ofNanos(100), Duration.ofSeconds(2))));
    }

    private static Inet4Address loopback(int second, int number) {
        return Inet4Address.ofLiteral("127.%d.%d.%d".formatted(second, number / 250, number % 250 + 1));
    }

    private static void assumeEchoAllowed() {
        var libc = Libc.find();
        Assumptions.assumeTrue(libc.isPresent(), "ICMP can be spoken on Linux only");
        try (var socket = IcmpSocket.open(libc.orElseThrow())) {
            assertThat(socket).isNotNull();
        } catch (SocketFailed e) {
            Assumptions.abort(Advice.forEcho(e));
        }
    }
}
