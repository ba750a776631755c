package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.dcos.net.probe.peer.AskMain;
import org.dcos.net.probe.peer.Commands;
import org.dcos.net.probe.peer.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions about an IPv6 network that this machine shares with one host, a network namespace. */
@Timeout(60)
class Namespace6Test {

    private static final Patience SHORT = new Patience(2, Duration.ofMillis(150));
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
    void aHostThatIgnoresEchoesAnswersASolicitationWithItsHardwareAddress() throws Exception {
        host.set("net.ipv6.icmp.echo_ignore_all", "1");

        assertThat(finding(host.address6(2), ALL))
                .isEqualTo(new Finding.Answered(new Evidence.Neighbour(Optional.of(host.hardware()))));
    }

    @Test
    void anAddressThatNothingUsesIsSilentToEverything() throws Exception {
        assertThat(finding(host.address6(0x77), ALL)).isEqualTo(new Finding.Silent(List.of(
                new Attempt(Method.NDP, 2, Duration.ofMillis(300)),
                new Attempt(Method.ICMP_ECHO, 2, Duration.ofMillis(300)),
                new Attempt(Method.TCP_CONNECT, 1, Duration.ofMillis(150))), List.of()));
    }

    @Test
    void addressesOfBothFamiliesAreAskedByOneQuestion() throws Exception {
        var findings = probe.ask(List.of(host.address(2), host.address6(2), host.address(77), host.address6(0x77)),
                ALL);

        assertThat(findings.values()).extracting(finding -> finding.getClass().getSimpleName())
                .containsExactly("Answered", "Answered", "Silent", "Silent");
    }

    @Test
    void aHostThatIsAboutToTakeTheAddressTakesItWhileItIsAsked() throws Exception {
        var waiting = new FutureTask<>(() -> finding(host.address6(0x50),
                ALL.withMethods(Method.NDP).withPatience(new Patience(10, Duration.ofSeconds(2)), SHORT)));
        Thread.ofVirtual().start(waiting);

        host.inside("ip address add %s/64 dev eth0".formatted(host.address6(0x50).getHostAddress()));

        assertThat(waiting.get())
                .isEqualTo(new Finding.Answered(new Evidence.Neighbour(Optional.of(host.hardware()))));
        assertThat(String.join("\n", host.run("ip", "-6", "address", "show", "dev", "eth0").lines()))
                .contains("fd5e:").doesNotContain("dadfailed");
    }

    @Test
    void behindARouterAHostAnswersAnEcho() throws Exception {
        var behind = (Inet6Address) Inet6Address.ofLiteral("fd5e:dc05:%x:1::9".formatted(host.network()));
        host.inside("ip address add %s/64 dev lo nodad".formatted(behind.getHostAddress()));
        Commands.require("ip route add fd5e:dc05:%x:1::/64 via %s dev %s".formatted(host.network(),
                host.address6(2).getHostAddress(), host.outside()));

        assertThat(finding(behind, ALL)).isInstanceOfSatisfying(Finding.Answered.class,
                it -> assertThat(it.by()).isInstanceOf(Evidence.Echo.class));
    }

    @Test
    void anAddressOfThisMachineItselfAnswersAnEcho() throws Exception {
        assertThat(finding(host.address6(1), ALL)).isInstanceOfSatisfying(Finding.Answered.class,
                it -> assertThat(it.by()).isInstanceOf(Evidence.Echo.class));
    }

    @Test
    void aMulticastAddressIsNotAsked() throws Exception {
        assertThat(finding((Inet6Address) Inet6Address.ofLiteral("ff02::1"), ALL))
                .isInstanceOf(Finding.NotTried.class);
    }

    @Test
    void aHostThatRefusesEchoesByAnErrorOfItsOwnIsThere() throws Exception {
        Commands.assumeInstalled("nft", "nftables");
        host.inside("nft add table ip6 wall");
        host.inside("nft add chain ip6 wall in { type filter hook input priority 0 ; }");
        host.inside("nft add rule ip6 wall in icmpv6 type echo-request reject with icmpv6 type admin-prohibited");

        assertThat(finding(host.address6(2), ALL.withMethods(Method.ICMP_ECHO)))
                .isEqualTo(new Finding.Answered(new Evidence.EchoRefused(1, 1)));
    }

    @Test
    void withoutARightToRawSocketsAPingSocketIsUsed() throws Exception {
        Commands.assumeInstalled("setpriv", "util-linux");
        host.set("net.ipv4.ping_group_range", "0 2147483647");

        var output = host.run("setpriv", "--bounding-set", "-net_raw", "--inh-caps", "-net_raw",
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                AskMain.class.getName(), host.address6(2).getHostAddress());

        assertThat(String.join("\n", output.lines())).contains("Answered[by=Echo[");
    }

    private Finding finding(Inet6Address address, ProbeOptions options) throws InterruptedException {
        return probe.ask(List.of(address), options).getOrDefault(address, new Finding.NotTried(List.of()));
    }
}
