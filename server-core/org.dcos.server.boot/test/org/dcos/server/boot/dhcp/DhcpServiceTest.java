package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.NotFound;
import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.server.ConflictProbe;
import org.dcos.net.dhcp.server.DhcpServer;
import org.dcos.net.dhcp.server.ServerListener;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.server.boot.peer.Commands;
import org.dcos.server.boot.peer.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with clients, relays and servers of others, each in a network namespace. */
@Timeout(180)
class DhcpServiceTest {

    private static final String SCRIPT = """
            #!/bin/sh
            case "$1" in
                bound|renew) ip address flush dev $interface; ip address add $ip/${mask:-24} dev $interface ;;
                deconfig) ip address flush dev $interface ;;
            esac
            exit 0
            """;

    @TempDir private Path folder;

    private final List<Process> programs = new ArrayList<>();
    private Path script;
    private Namespace host;
    private Site site;

    @BeforeEach
    void start() throws Exception {
        host = Namespace.start();
        script = Files.writeString(folder.resolve("script"), SCRIPT);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        site = new Site(folder);
    }

    @AfterEach
    void stop() throws Exception {
        for (var program : programs) {
            program.destroyForcibly().waitFor();
        }
        if (site != null) {
            site.close();
        }
        if (host != null) {
            host.close();
        }
    }

    private ServedNetwork rack(Reservation... reservations) {
        return ServedNetwork.attached(site.record(host.text(0) + "/24", host.text(10) + "-" + host.text(250),
                reservations).prefix(), host.outside());
    }

    private void serve(ServedNetwork... networks) throws Exception {
        site.start().save(Site.serving(host.outside(), networks));
        assertThat(site.service.status()).extracting(DhcpStatus::state, DhcpStatus::reason)
                .containsExactly(DhcpStatus.State.SERVING, "");
    }

    private void boot(String... more) throws IOException {
        Commands.assumeInstalled("udhcpc", "udhcpc");
        var command = new ArrayList<>(List.of("udhcpc", "-i", "eth0", "-f", "-t", "10", "-T", "2", "-A", "1", "-s",
                script.toString()));
        command.addAll(List.of(more));
        programs.add(host.start(command.toArray(String[]::new)));
    }

    private String mac() throws Exception {
        return host.run("cat", "/sys/class/net/eth0/address").lines().getFirst();
    }

    private List<Lease> leases(LeaseFilter filter) throws Exception {
        return site.service.leases(filter, PageRequest.ALL).items();
    }

    @Test
    void aMachineGetsATemporaryAddressOfTheRecordedRangeAndListenersHearWhatItTold() throws Exception {
        serve(rack());
        boot("-x", "hostname:bmc-7", "-V", "iDRAC", "-x", "43:0a0b");

        var lease = site.next();

        assertThat(lease.address()).isEqualTo(host.text(10));
        assertThat(lease.mac()).isEqualTo(mac());
        assertThat(lease.interfaceName()).isEqualTo(host.outside());
        assertThat(lease.reserved()).isFalse();
        assertThat(Duration.between(lease.heard(), lease.until())).isEqualTo(Duration.ofMinutes(10));
        assertThat(lease.client().vendorClass()).isEqualTo("iDRAC");
        assertThat(lease.client().hostName()).isEqualTo("bmc-7");
        assertThat(lease.client().asked()).contains(1, 3);
        assertThat(leases(new LeaseFilter(Optional.of("idrac"), Optional.of(LeaseState.BOUND), Optional.empty())))
                .singleElement().extracting(Lease::address).isEqualTo(host.text(10));
        assertThat(site.service.status().networks()).singleElement()
                .satisfies(it -> assertThat(List.of(it.pool(), it.leased())).containsExactly(241L, 1L));
        Site.await("the leases' event", () -> site.published.contains(new DomainEvent.LeasesChanged()));
        assertThat(site.deeds).extracting(AuditEntry::action).containsExactly("dhcp.save");
    }

    @Test
    void leasesAndSettingsOutliveARestart() throws Exception {
        serve(rack());
        boot();
        var first = site.next();
        site.close();

        site.start();
        assertThat(leases(LeaseFilter.ALL)).extracting(Lease::address).containsExactly(first.address());
        Site.await("served again", () -> site.service.status().state() == DhcpStatus.State.SERVING);
        programs.getFirst().destroyForcibly().waitFor();
        boot();

        var again = site.next();
        assertThat(again.address()).isEqualTo(first.address());
        assertThat(again.granted().toEpochMilli()).isEqualTo(first.granted().toEpochMilli());
    }

    @Test
    void onAnInterfaceThatItWasNotToldNobodyGetsAnAnswer() throws Exception {
        Commands.assumeInstalled("udhcpc", "udhcpc");
        serve(rack());
        try (var other = Namespace.start()) {
            var output = other.run("udhcpc", "-i", "eth0", "-f", "-n", "-q", "-t", "2", "-T", "1", "-s",
                    script.toString());

            assertThat(output.code()).as(output.lines().toString()).isNotZero();
            assertThat(site.heard).isEmpty();
        }
        boot();
        assertThat(site.next().address()).isEqualTo(host.text(10));
    }

    @Test
    void whenItIsTurnedOffNobodyGetsAnAnswerAndTheLeasesAreStillTold() throws Exception {
        serve(rack());
        boot();
        site.next();

        site.service.save(site.service.settings().withServing(false));

        assertThat(site.service.status().state()).isEqualTo(DhcpStatus.State.STOPPED);
        assertThat(leases(LeaseFilter.ALL)).hasSize(1);
        assertThat(host.run("udhcpc", "-i", "eth0", "-f", "-n", "-q", "-t", "2", "-T", "1", "-s", script.toString())
                .code()).isNotZero();
    }

    @Test
    void anAddressThatAnswersOnTheWireIsNotOffered() throws Exception {
        host.inside("sysctl -qw net.ipv4.conf.all.arp_ignore=1"); // else eth0 answers, and a machine may have its own
        host.inside("ip link add link eth0 name thief type macvlan mode bridge");
        host.inside("ip address add %s/24 dev thief".formatted(host.text(10)));
        host.inside("ip link set thief up");
        serve(rack());
        boot();

        assertThat(site.next().address()).isEqualTo(host.text(11));
        assertThat(leases(new LeaseFilter(Optional.empty(), Optional.of(LeaseState.BARRED), Optional.empty())))
                .singleElement().extracting(Lease::address).isEqualTo(host.text(10));
        assertThat(site.service.status().networks().getFirst().barred()).isEqualTo(1);
    }

    @Test
    void aReservedMachineGetsItsOwnAddressAsSoonAsItIsRecordedOrOrdered() throws Exception {
        serve(rack());
        boot();
        assertThat(site.next().address()).isEqualTo(host.text(10));
        programs.getFirst().destroyForcibly().waitFor();

        site.service.reserve(mac().toUpperCase(java.util.Locale.ROOT).replace(':', '-'), host.text(5));
        boot();
        var ordered = site.next();
        assertThat(ordered.address()).isEqualTo(host.text(5));
        assertThat(ordered.reserved()).isTrue();
        assertThat(Duration.between(ordered.heard(), ordered.until())).isEqualTo(DhcpSettings.DEFAULT.lease());
        programs.getLast().destroyForcibly().waitFor();

        site.service.unreserve(mac());
        rack(new Reservation(mac(), host.text(6), Reservation.Origin.RECORD, "web-01"));
        site.recordsChanged(Kind.IP_ADDRESS);
        Site.await("the record is seen", () -> site.service.reservations(PageRequest.ALL).items().stream()
                .anyMatch(it -> it.machine().equals("web-01")));
        boot();
        assertThat(site.next().address()).isEqualTo(host.text(6));
    }

    @Test
    void aLeaseIsReleasedByOrder() throws Exception {
        serve(rack());
        boot();
        var lease = site.next();

        assertThat(site.service.release(lease.address()).state()).isEqualTo(LeaseState.RELEASED);

        assertThat(leases(LeaseFilter.ALL)).extracting(Lease::state).containsExactly(LeaseState.RELEASED);
        assertThatThrownBy(() -> site.service.release(lease.address())).isInstanceOf(NotFound.class);
        assertThat(site.deeds).last().satisfies(it -> assertThat(it.what()).contains(lease.address(), lease.mac()));
    }

    @Test
    void anotherServerOnTheWireIsWarnedOf() throws Exception {
        Commands.assumeInstalled("dnsmasq", "dnsmasq-base");
        host.inside("ip address add %s/24 dev eth0".formatted(host.text(3)));
        programs.add(host.start("dnsmasq", "--conf-file=/dev/null", "--port=0", "--interface=eth0",
                "--bind-interfaces", "--dhcp-range=%s,%s,1h".formatted(host.text(50), host.text(60)), "--no-ping",
                "--user=root", "--keep-in-foreground", "--dhcp-leasefile=" + folder.resolve("dnsmasq.leases"),
                "--pid-file="));
        site.start();

        Site.await("dnsmasq is seen", () -> !site.service.look(host.outside()).isEmpty());

        assertThat(site.service.status().interfaces()).filteredOn(it -> it.name().equals(host.outside()))
                .singleElement().satisfies(it -> {
                    assertThat(it.others()).extracting(OtherServer::address).containsExactly(host.text(3));
                    assertThat(it.others()).extracting(OtherServer::mac).containsExactly(mac());
                    assertThat(it.looked()).isPresent();
                });
        assertThat(site.published).contains(new DomainEvent.DhcpChanged());
    }

    @Test
    void aMachineBehindARelayGetsAnAddressOfItsNetworkAndItsPortIsTold() throws Exception {
        Commands.assumeInstalled("dhcrelay", "isc-dhcp-relay");
        Commands.assumeInstalled("udhcpc", "udhcpc");
        try (var client = Namespace.start()) {
            Commands.require("ip link add link0 netns %s type veth peer name eth1 netns %s".formatted(client.name(),
                    host.name()));
            client.inside("ip link set eth0 down");
            client.inside("ip link set link0 up");
            host.inside("ip address add %s/24 dev eth0".formatted(host.text(2)));
            host.inside("ip address add 172.31.98.1/24 dev eth1");
            host.inside("ip link set eth1 up");
            Commands.require("ip route add 172.31.98.0/24 via %s dev %s".formatted(host.text(2), host.outside()));
            var behind = ServedNetwork.relayed(site.record("172.31.98.0/24", "172.31.98.10-172.31.98.20").prefix());
            serve(rack(), behind);
            programs.add(host.start("dhcrelay", "-4", "-d", "-a", "-i", "eth0", "-i", "eth1", host.text(1)));
            programs.add(client.start("udhcpc", "-i", "link0", "-f", "-t", "20", "-T", "2", "-s",
                    script.toString()));

            var lease = site.next();

            assertThat(lease.address()).isEqualTo("172.31.98.10");
            assertThat(lease.interfaceName()).isEmpty();
            assertThat(lease.client().relay()).hasValueSatisfying(it -> {
                assertThat(it.address()).isEqualTo("172.31.98.1");
                assertThat(it.circuitId()).isEqualTo("eth1");
            });
        }
    }

    @Test
    void whileAnotherProgramHasThePortItSaysSoAndServesAsSoonAsItCan() throws Exception {
        var served = rack();
        try (var _ = DhcpServer.start(Configuration.of(Map.of(host.outside(), host.address(1))),
                LeaseJournal.open(folder.resolve("others"), Instant.EPOCH), ConflictProbe.none(), silent(),
                InstantSource.system())) {
            site.start().save(Site.serving(host.outside(), served));

            assertThat(site.service.status()).satisfies(it -> {
                assertThat(it.state()).isEqualTo(DhcpStatus.State.REFUSED);
                assertThat(it.reason()).contains(host.outside(), "another program has UDP port 67");
                assertThat(it.command()).contains("sudo ss -lunp 'sport = :67'");
            });
        }
        Site.await("served", () -> site.service.status().state() == DhcpStatus.State.SERVING);
        boot();
        assertThat(site.next().address()).isEqualTo(host.text(10));
    }

    @Test
    void anInterfaceThatGoesAndComesBackIsServedAgain() throws Exception {
        serve(rack());
        Commands.require("ip link delete " + host.outside());
        Site.await("refused", () -> site.service.status().state() == DhcpStatus.State.REFUSED);
        assertThat(site.service.status().reason()).contains("There is no network interface " + host.outside());

        Commands.require("ip link add %s type veth peer name eth0 netns %s".formatted(host.outside(), host.name()));
        Commands.require("ip address add %s/24 dev %s".formatted(host.text(1), host.outside()));
        Commands.require("ip link set %s up".formatted(host.outside()));
        host.inside("ip link set eth0 up");
        boot();

        assertThat(site.next().address()).isEqualTo(host.text(10));
        assertThat(site.service.status().state()).isEqualTo(DhcpStatus.State.SERVING);
    }

    private static ServerListener silent() {
        return new ServerListener() {
            @Override
            public void leaseChanged(LeaseEvent event) {
                throw new AssertionError(event);
            }

            @Override
            public void otherServerSeen(String networkInterface, Inet4Address server) {
                throw new AssertionError(server);
            }
        };
    }
}
