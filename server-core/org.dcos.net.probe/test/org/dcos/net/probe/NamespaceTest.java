package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.dcos.net.probe.peer.AskMain;
import org.dcos.net.probe.peer.Commands;
import org.dcos.net.probe.peer.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions about a network that this machine shares with one host, a network namespace. */
@Timeout(60)
class NamespaceTest {

    private static final Patience SHORT = new Patience(2, Duration.ofMillis(150));
    private static final Patience LONG = new Patience(10, Duration.ofSeconds(30));
    private static final ProbeOptions ALL = ProbeOptions.defaults().withPatience(SHORT, SHORT).withPorts(List.of(9),
            Duration.ofMillis(150));

    private Namespace host;
    private AddressProbe probe;

    @BeforeEach
    void start() throws Exception {
        host = Namespace.start();
        probe = new AddressProbe();
    }

    @AfterEach
    void stop() throws Exception {
        if (probe != null) {
            probe.close();
            host.close();
        }
    }

    @Test
    void a_host_that_ignores_echoes_answers_arp_with_its_hardware_address() throws Exception {
        host.set("net.ipv4.icmp_echo_ignore_all", "1");

        assertThat(finding(host.address(2), ALL)).isEqualTo(new Finding.Answered(new Evidence.Arp(host.hardware())));
    }

    @Test
    void an_address_that_nothing_uses_is_silent_to_everything() throws Exception {
        assertThat(finding(host.address(77), ALL)).isEqualTo(new Finding.Silent(List.of(
                new Attempt(Method.ARP, 2, Duration.ofMillis(300)),
                new Attempt(Method.ICMP_ECHO, 2, Duration.ofMillis(300)),
                new Attempt(Method.TCP_CONNECT, 1, Duration.ofMillis(150))), List.of()));
    }

    @Test
    void arping_and_we_hear_the_same_addresses() throws Exception {
        Commands.assumeInstalled("arping", "arping");
        host.add(10, 12, 14, 16, 18);
        var asked = IntStream.range(10, 20).mapToObj(host::address).toList();

        var findings = probe.ask(asked, ALL.withMethods(Method.ARP));

        var ours = new LinkedHashSet<Inet4Address>();
        var theirs = new LinkedHashSet<Inet4Address>();
        for (var address : asked) {
            if (findings.get(address) instanceof Finding.Answered) {
                ours.add(address);
            }
            if (Commands.run("arping", "-c", "1", "-w", "1", "-I", host.outside(), address.getHostAddress())
                    .code() == 0) {
                theirs.add(address);
            }
        }
        assertThat(ours).hasSize(5).isEqualTo(theirs);
    }

    @Test
    void an_interface_with_two_addresses_in_the_network_is_asked_once() throws Exception {
        Commands.require("ip address add %s/24 dev %s".formatted(host.address(200).getHostAddress(), host.outside()));

        assertThat(finding(host.address(77), ALL.withMethods(Method.ARP))).isInstanceOfSatisfying(Finding.Silent.class,
                it -> assertThat(it.tried()).hasSize(1));
    }

    @Test
    void both_interfaces_on_the_network_of_an_address_are_asked() throws Exception {
        try (var second = Namespace.start()) {
            second.inside("ip address add %s/24 dev eth0".formatted(host.address(60).getHostAddress()));
            Commands.require("ip address add %s/24 dev %s".formatted(host.address(201).getHostAddress(),
                    second.outside()));

            assertThat(finding(host.address(60), ALL))
                    .isEqualTo(new Finding.Answered(new Evidence.Arp(second.hardware())));
        }
    }

    @Test
    void our_probes_leave_nothing_in_the_hosts_arp_cache() throws Exception {
        probe.ask(List.of(host.address(2), host.address(3)), ALL.withMethods(Method.ARP));

        assertThat(host.run("ip", "neighbour", "show").lines()).isEmpty();
    }

    @Test
    void a_host_that_is_just_about_to_take_the_address_has_it() throws Exception {
        Commands.assumeInstalled("arping", "arping");
        var other = host.start("arping", "-0", "-i", "eth0", host.address(50).getHostAddress());
        try {
            var options = ProbeOptions.defaults().withMethods(Method.ARP).withPatience(LONG, LONG);

            assertThat(finding(host.address(50), options))
                    .isEqualTo(new Finding.Answered(new Evidence.Arp(host.hardware())));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void an_address_of_this_machine_itself_answers_an_echo() throws Exception {
        assertThat(finding(host.address(1), ALL)).isInstanceOfSatisfying(Finding.Answered.class,
                it -> assertThat(it.by()).isInstanceOf(Evidence.Echo.class));
    }

    @Test
    void behind_a_router_a_host_answers_an_echo() throws Exception {
        var behind = behindHost(1);

        assertThat(finding(behind, ALL)).isInstanceOfSatisfying(Finding.Answered.class,
                it -> assertThat(it.by()).isInstanceOf(Evidence.Echo.class));
    }

    @Test
    void what_a_router_says_is_no_answer_of_the_address() throws Exception {
        var behind = behindHost(9);
        host.inside("ip address del 198.19.%d.9/24 dev lo".formatted(host.network()));
        host.inside("ip route add prohibit 198.19.%d.9".formatted(host.network()));
        host.set("net.ipv4.ip_forward", "1");

        assertThat(finding(behind, ALL.withMethods(Method.ICMP_ECHO))).isInstanceOf(Finding.Silent.class);
    }

    @Test
    void a_host_that_refuses_echoes_by_an_error_of_its_own_is_there() throws Exception {
        Commands.assumeInstalled("nft", "nftables");
        host.inside("nft add table ip wall");
        host.inside("nft add chain ip wall in { type filter hook input priority 0 ; }");
        host.inside("nft add rule ip wall in icmp type echo-request reject with icmp type admin-prohibited");

        assertThat(finding(host.address(2), ALL.withMethods(Method.ICMP_ECHO)))
                .isEqualTo(new Finding.Answered(new Evidence.EchoRefused(3, 13)));
    }

    @Test
    void the_broadcast_address_is_not_asked() throws Exception {
        assertThat(finding(host.address(255), ALL)).isInstanceOf(Finding.NotTried.class);
    }

    @Test
    void an_interrupt_ends_a_question_at_once() throws Exception {
        var asked = new CountDownLatch(1);
        var question = new FutureTask<>(() -> {
            asked.countDown();
            return finding(host.address(77), ALL.withPatience(LONG, LONG));
        });
        var thread = Thread.ofVirtual().start(question);
        asked.await();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(question::get)
                .withCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void closing_ends_questions_that_run_and_questions_that_wait() throws Exception {
        var asked = new CountDownLatch(6);
        var questions = IntStream.range(0, 6).mapToObj(i -> new FutureTask<>(() -> {
            asked.countDown();
            return finding(host.address(77 + i), ALL.withPatience(LONG, LONG));
        })).toList();
        questions.forEach(question -> Thread.ofVirtual().start(question));
        asked.await();

        probe.close();

        assertThat(questions).allSatisfy(question -> assertThatExceptionOfType(
                ExecutionException.class).isThrownBy(question::get)
                        .withCauseInstanceOf(CancellationException.class));
    }

    @Test
    void without_a_right_to_raw_sockets_a_ping_socket_is_used() throws Exception {
        host.set("net.ipv4.ping_group_range", "0 2147483647");

        assertThat(askInside(host.address(2))).contains("Answered[by=Echo[");
    }

    @Test
    void without_any_right_connections_are_tried_and_what_to_run_is_told() throws Exception {
        host.set("net.ipv4.ping_group_range", "1 0");

        assertThat(askInside(host.address(99))).contains("Silent", "tried=[Attempt[method=TCP_CONNECT")
                .contains("method=ARP, reason=NO_RIGHT", "AmbientCapabilities=CAP_NET_RAW")
                .contains("method=ICMP_ECHO, reason=NO_RIGHT", "sysctl -w net.ipv4.ping_group_range=");
        assertThat(askInside(host.address(2))).contains("Answered[by=Tcp[port=9, accepted=false]]");
    }

    private Finding finding(Inet4Address address, ProbeOptions options) throws InterruptedException {
        return probe.ask(List.of(address), options).getOrDefault(address, new Finding.NotTried(List.of()));
    }

    /** An address of the host that is reached through it. */
    private Inet4Address behindHost(int last) throws Exception {
        var text = "198.19.%d.%d".formatted(host.network(), last);
        host.inside("ip address add %s/24 dev lo".formatted(text));
        Commands.require("ip route add 198.19.%d.0/24 via %s dev %s".formatted(host.network(),
                host.address(2).getHostAddress(), host.outside()));
        return Inet4Address.ofLiteral(text);
    }

    /** Asks from within the namespace, by a process that may not have raw sockets. */
    private String askInside(Inet4Address address) throws Exception {
        Commands.assumeInstalled("setpriv", "util-linux");
        var output = host.run("setpriv", "--bounding-set", "-net_raw", "--inh-caps", "-net_raw",
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                AskMain.class.getName(), address.getHostAddress());
        return String.join("\n", output.lines());
    }
}
