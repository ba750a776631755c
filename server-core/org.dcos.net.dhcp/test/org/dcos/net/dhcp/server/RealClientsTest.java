package org.dcos.net.dhcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dcos.net.dhcp.engine.ProbeFinding;
import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.peer.Commands;
import org.dcos.net.dhcp.peer.Namespace;
import org.dcos.net.dhcp.peer.ServeMain;
import org.dcos.net.dhcp.subnet.Boot;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients, relays and servers of others over a real Ethernet: each in a network namespace. */
@Timeout(180)
class RealClientsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Gives the interface the address, as the clients' own scripts do, and touches nothing else of the machine. */
    private static final String SCRIPT = """
            #!/bin/sh
            case "$1$reason" in
                bound|renew) ip address flush dev $interface; ip address add $ip/${mask:-24} dev $interface ;;
                deconfig) ip address flush dev $interface ;;
                BOUND|RENEW|REBOOT|REBIND) ip address flush dev $interface
                    ip address add $new_ip_address/24 dev $interface ;;
                EXPIRE|FAIL|RELEASE|STOP) ip address flush dev $interface ;;
            esac
            exit 0
            """;

    @TempDir private Path folder;

    private final BlockingQueue<LeaseEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Inet4Address> others = new LinkedBlockingQueue<>();
    private final List<Process> programs = new ArrayList<>();
    private Path script;
    private Namespace host;
    private DhcpServer server;

    @BeforeEach
    void start() throws Exception {
        host = Namespace.start();
        script = Files.writeString(folder.resolve("script"), SCRIPT);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        for (var program : programs) {
            program.destroyForcibly().waitFor();
        }
        if (server != null) {
            server.close();
        }
        if (host != null) {
            host.close();
        }
    }

    private Subnet subnet() {
        return Subnet.attached("rack 12", host.text(0) + "/24", host.outside(),
                Pool.of(host.text(10), host.text(250)), LeaseTimes.of(Duration.ofHours(1)));
    }

    private void serve(Configuration configuration, ConflictProbe probe) throws IOException {
        server = DhcpServer.start(configuration, LeaseJournal.open(folder.resolve("leases"), Instant.EPOCH), probe,
                new ServerListener() {
                    @Override
                    public void leaseChanged(LeaseEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void otherServerSeen(String networkInterface, Inet4Address seen) {
                        others.add(seen);
                    }
                }, InstantSource.system());
    }

    private void serve() throws IOException {
        serve(Configuration.of(Map.of(host.outside(), host.address(1)), subnet()), ConflictProbe.none());
    }

    private LeaseEvent next(LeaseEvent.Kind kind) throws InterruptedException {
        var event = Optional.ofNullable(events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertThat(event).as("the server's traffic: %s", server.traffic()).isPresent();
        assertThat(event.get().kind()).isEqualTo(kind);
        return event.get();
    }

    private List<String> udhcpc(String... more) {
        var command = new ArrayList<>(List.of("udhcpc", "-i", "eth0", "-f", "-t", "10", "-T", "2", "-A", "1", "-s",
                script.toString()));
        command.addAll(List.of(more));
        return command;
    }

    /** A client sets its address a moment after it was told. */
    private void awaitAddress(Inet4Address address) throws Exception {
        var shown = List.<String>of();
        for (int i = 0; i < 2_000; i++) {
            shown = host.run("ip", "-4", "-o", "address", "show", "dev", "eth0").lines();
            if (shown.stream().anyMatch(it -> it.contains(" %s/24 ".formatted(address.getHostAddress())))) {
                return;
            }
        }
        assertThat(shown).as("addresses of the host").contains(address.getHostAddress());
    }

    @Test
    void udhcpc_gets_an_address_with_options_renews_it_and_gives_it_back() throws Exception {
        Commands.assumeInstalled("udhcpc", "udhcpc");
        serve(Configuration.of(Map.of(host.outside(), host.address(1)), subnet()
                .withOptions(Options.of(new NetworkOption.Routers(List.of(host.address(1)))))
                .withBoot(Boot.of(host.address(1), "ipxe.efi"))), ConflictProbe.none());
        var client = host.start(udhcpc("-R", "-x", "hostname:rack12-u7", "-V", "iDRAC").toArray(String[]::new));
        programs.add(client);

        var bound = next(LeaseEvent.Kind.BOUND).lease();
        awaitAddress(bound.address());
        Commands.require("kill -USR1 %d".formatted(client.pid()));
        var renewed = next(LeaseEvent.Kind.RENEWED).lease();
        awaitAddress(bound.address());
        Commands.require("kill -TERM %d".formatted(client.pid()));
        var released = next(LeaseEvent.Kind.RELEASED).lease();

        assertThat(bound.address()).isEqualTo(host.address(10));
        assertThat(bound.told().all()).contains(new NetworkOption.HostName("rack12-u7"),
                new BootOption.VendorClass("iDRAC"));
        assertThat(List.of(renewed.address(), released.address())).containsOnly(bound.address());
        assertThat(released.state()).isEqualTo(LeaseState.RELEASED);
    }

    @Test
    void udhcpc_declines_an_address_that_answers_arp_and_gets_the_next() throws Exception {
        Commands.assumeInstalled("udhcpc", "udhcpc");
        Commands.require("ip address add %s/32 dev %s".formatted(host.text(10), host.outside()));
        serve();
        programs.add(host.start(udhcpc("-a").toArray(String[]::new)));

        assertThat(next(LeaseEvent.Kind.BOUND).lease().address()).isEqualTo(host.address(10));
        assertThat(next(LeaseEvent.Kind.DECLINED).lease().address()).isEqualTo(host.address(10));
        assertThat(next(LeaseEvent.Kind.BOUND).lease().address()).isEqualTo(host.address(11));
    }

    @Test
    void an_address_that_a_probe_finds_in_use_is_not_offered() throws Exception {
        Commands.assumeInstalled("udhcpc", "udhcpc");
        serve(Configuration.of(Map.of(host.outside(), host.address(1)), subnet()).withProbing(true),
                (address, _, answer) -> Thread.ofVirtual().start(() -> answer.accept(
                        address.equals(host.address(10)) ? new ProbeFinding.Used(Optional.empty())
                                : new ProbeFinding.Unused())));
        programs.add(host.start(udhcpc().toArray(String[]::new)));

        assertThat(next(LeaseEvent.Kind.CONFLICT).lease().address()).isEqualTo(host.address(10));
        assertThat(next(LeaseEvent.Kind.BOUND).lease().address()).isEqualTo(host.address(11));
    }

    @Test
    void dhclient_gets_an_address_keeps_it_over_a_restart_of_the_server_and_gives_it_back() throws Exception {
        Commands.assumeInstalled("dhclient", "isc-dhcp-client");
        serve();
        var own = List.of("-4", "-1", "-sf", script.toString(), "-lf", folder.resolve("dhclient.leases").toString(),
                "-pf", folder.resolve("dhclient.pid").toString(), "-cf", "/dev/null", "eth0");
        var command = new ArrayList<>(List.of("dhclient"));
        command.addAll(own);

        assertThat(host.run(command.toArray(String[]::new)).code()).isZero();
        var bound = next(LeaseEvent.Kind.BOUND).lease();
        awaitAddress(bound.address());
        Commands.run("kill", Files.readString(folder.resolve("dhclient.pid")).strip());
        server.close();
        serve();
        assertThat(host.run(command.toArray(String[]::new)).code()).isZero();
        var again = next(LeaseEvent.Kind.RENEWED).lease();
        command.add(1, "-r");
        assertThat(host.run(command.toArray(String[]::new)).code()).isZero();

        assertThat(again.address()).isEqualTo(bound.address());
        assertThat(again.since().toEpochMilli()).isEqualTo(bound.since().toEpochMilli());
        assertThat(next(LeaseEvent.Kind.RELEASED).lease().address()).isEqualTo(bound.address());
    }

    @Test
    void a_client_behind_a_relay_gets_an_address_of_its_network_and_its_port_is_known() throws Exception {
        Commands.assumeInstalled("dhcrelay", "isc-dhcp-relay");
        Commands.assumeInstalled("udhcpc", "udhcpc");
        try (var client = Namespace.start()) {
            // the host becomes the relay: one more link, to the client, whose own to this machine is not used
            Commands.require("ip link add link0 netns %s type veth peer name eth1 netns %s".formatted(client.name(),
                    host.name()));
            client.inside("ip link set eth0 down");
            client.inside("ip link set link0 up");
            host.inside("ip address add %s/24 dev eth0".formatted(host.text(2)));
            host.inside("ip address add 172.31.99.1/24 dev eth1");
            host.inside("ip link set eth1 up");
            var behind = Subnet.attached("behind", "172.31.99.0/24", host.outside(),
                    Pool.of("172.31.99.10", "172.31.99.20"), LeaseTimes.of(Duration.ofHours(1))).behind();
            Commands.require("ip route add 172.31.99.0/24 via %s dev %s".formatted(host.text(2), host.outside()));
            serve(Configuration.of(Map.of(host.outside(), host.address(1)), subnet(), behind), ConflictProbe.none());
            programs.add(host.start("dhcrelay", "-4", "-d", "-a", "-i", "eth0", "-i", "eth1", host.text(1)));

            programs.add(client.start("udhcpc", "-i", "link0", "-f", "-t", "20", "-T", "2", "-s",
                    script.toString()));
            var bound = next(LeaseEvent.Kind.BOUND).lease();

            assertThat(bound.address()).isEqualTo(Inet4Address.ofLiteral("172.31.99.10"));
            assertThat(bound.told().find(LeaseOption.RelayAgent.class)).hasValueSatisfying(
                    it -> assertThat(it.information().circuit()).contains(Octets.of("eth1")));
        }
    }

    @Test
    void perfdhcp_gets_every_lease_that_it_asks_for() throws Exception {
        Commands.assumeInstalled("perfdhcp", "kea-admin");
        host.inside("ip address add %s/24 dev eth0".formatted(host.text(2)));
        serve();

        var output = host.run("perfdhcp", "-4", "-l", "eth0", "-r", "50", "-R", "200", "-n", "200", "-W", "3000000",
                host.text(1)).lines();

        assertThat(counts(output, "received packets: ")).as("%s: %s", server.traffic(), String.join("\n", output))
                .hasSize(2)
                .isEqualTo(counts(output, "sent packets: ")).allMatch(it -> it >= 200);
        assertThat(server.leases()).hasSize(200).allMatch(it -> it.state() == LeaseState.BOUND);
        assertThat(server.traffic().malformed()).isZero();
    }

    private static List<Integer> counts(List<String> output, String what) {
        return output.stream().filter(it -> it.startsWith(what))
                .map(it -> Integer.valueOf(it.substring(what.length()))).toList();
    }

    @Test
    void another_server_on_the_network_is_found() throws Exception {
        Commands.assumeInstalled("dnsmasq", "dnsmasq-base");
        host.inside("ip address add %s/24 dev eth0".formatted(host.text(3)));
        var search = new OtherServers(new Random());
        assertThat(search.find(host.outside(), Duration.ofMillis(300))).isEmpty();
        programs.add(host.start("dnsmasq", "--conf-file=/dev/null", "--port=0", "--interface=eth0",
                "--bind-interfaces", "--dhcp-range=%s,%s,1h".formatted(host.text(50), host.text(60)), "--no-ping",
                "--user=root", "--keep-in-foreground", "--dhcp-leasefile=" + folder.resolve("dnsmasq.leases"),
                "--pid-file="));

        var found = List.<OtherServer>of();
        for (int i = 0; i < 30 && found.isEmpty(); i++) {
            found = search.find(host.outside(), Duration.ofSeconds(1));
        }

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.identifier()).isEqualTo(host.address(3));
            assertThat(it.hardware().toString())
                    .isEqualTo(host.run("cat", "/sys/class/net/eth0/address").lines().getFirst());
        });
    }

    @Test
    void two_servers_on_one_interface_are_one_too_many() throws Exception {
        serve();

        assertThatExceptionOfType(PortRefused.class).isThrownBy(() -> DhcpServer.start(
                Configuration.of(Map.of(host.outside(), host.address(1)), subnet()),
                LeaseJournal.open(folder.resolve("others"), Instant.EPOCH), ConflictProbe.none(),
                new ServerListener() {
                    @Override
                    public void leaseChanged(LeaseEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void otherServerSeen(String networkInterface, Inet4Address seen) {
                        others.add(seen);
                    }
                }, InstantSource.system()))
                .withMessageContaining("another program has UDP port 67").withMessageContaining("ss -lunp");
    }

    @Test
    void who_may_not_have_the_port_is_told_how_to_get_it() throws Exception {
        Commands.assumeInstalled("setpriv", "util-linux");
        var leases = Files.createDirectory(folder.resolve("nobody"));
        var none = "-net_bind_service,-net_raw,-net_admin";

        var output = Commands.run("setpriv", "--bounding-set", none, "--inh-caps", none,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                ServeMain.class.getName(), leases.toString(), host.outside(), host.text(1), host.text(0) + "/24",
                host.text(10), host.text(20));

        assertThat(String.join("\n", output.lines())).contains("this process may not have UDP port 67")
                .contains("setcap cap_net_bind_service,cap_net_raw+ep");
    }
}
