package org.dcos.net.dhcp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.net.dhcp.engine.Network.INTERFACE;
import static org.dcos.net.dhcp.engine.Network.SERVER;
import static org.dcos.net.dhcp.engine.Network.SUBNET;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dcos.net.dhcp.engine.Network.Client;
import org.dcos.net.dhcp.subnet.Boot;
import org.dcos.net.dhcp.subnet.ClientClass;
import org.dcos.net.dhcp.subnet.Condition;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.Glob;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Range;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.dcos.net.dhcp.wire.RelayInformation;
import org.dcos.net.dhcp.wire.RelayInformation.SubOption;
import org.junit.jupiter.api.Test;

/** Addresses that are for one client, options that are for some, relays, and questions about leases. */
class ReservationTest {

    private static final Client ANNE = Client.number(1);
    private static final Client BEN = Client.number(2);
    private static final Inet4Address KEPT = Ipv4.address("10.0.0.10");

    private static Client on(Client client, String circuit) {
        return client.behind("10.0.0.254").with(new LeaseOption.RelayAgent(new RelayInformation(List.of(
                new SubOption(RelayInformation.CIRCUIT_ID, Octets.of(circuit)),
                new SubOption(RelayInformation.REMOTE_ID, Octets.of("switch 3"))))));
    }

    @Test
    void a_reserved_address_is_for_its_owner_alone() {
        var network = Network.of(SUBNET.withReservations(Reservation.of(ANNE.hardware(), KEPT)));

        assertThat(network.boot(BEN, new LeaseOption.RequestedAddress(KEPT))).isNotEqualTo(KEPT);
        network.refused(BEN.reboot(KEPT));
        assertThat(network.boot(ANNE)).isEqualTo(KEPT);
    }

    @Test
    void a_lease_by_reservation_lasts_as_long_as_those_do() {
        var network = Network.of(SUBNET.withReservations(Reservation.of(ANNE.hardware(), KEPT))
                .withReservedTimes(LeaseTimes.of(Duration.ofDays(3))));

        network.boot(ANNE);
        network.boot(BEN);

        assertThat(network.events).extracting(it -> Duration.between(network.now, it.lease().until()))
                .containsExactly(Duration.ofDays(3), Network.LEASE);
    }

    @Test
    void the_owner_of_a_reserved_address_is_refused_any_other() {
        var network = Network.of(SUBNET);
        var had = network.boot(ANNE);
        network.engine.configure(Configuration.of(Map.of(INTERFACE, SERVER),
                SUBNET.withReservations(Reservation.of(ANNE.hardware(), Ipv4.address("10.0.0.200")))));

        network.refused(ANNE.renew(had));
        assertThat(network.boot(ANNE)).isEqualTo(Ipv4.address("10.0.0.200"));
    }

    @Test
    void one_machine_has_its_reserved_address_in_all_that_it_starts() {
        var network = Network.of(SUBNET.withReservations(Reservation.of(ANNE.hardware(), KEPT)));
        var installer = ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(255, 9, 9)));

        assertThat(network.boot(ANNE)).isEqualTo(KEPT);
        assertThat(network.boot(installer)).isEqualTo(KEPT);
        assertThat(network.engine.leases()).hasSize(1);
    }

    @Test
    void a_client_is_known_by_its_identifier() {
        var identifier = Octets.of(0, 'r', '1', '2');
        var network = Network.of(SUBNET.withReservations(new Reservation(
                new Reservation.Owner.Identifier(identifier), KEPT, Options.NONE, Boot.NONE)));

        assertThat(network.boot(BEN.with(new LeaseOption.ClientIdentifier(identifier)))).isEqualTo(KEPT);
    }

    @Test
    void whatever_machine_is_behind_a_port_gets_the_address_of_the_port() {
        var network = Network.of(SUBNET.withReservations(new Reservation(new Reservation.Owner.Circuit(
                Octets.of("ge-0/0/7"), Optional.empty()), KEPT, Options.NONE, Boot.NONE)));

        assertThat(network.boot(on(ANNE, "ge-0/0/7"))).isEqualTo(KEPT);
        assertThat(network.boot(on(BEN, "ge-0/0/7"))).as("a machine put in its place").isEqualTo(KEPT);
        assertThat(network.boot(on(Client.number(3), "ge-0/0/8"))).isNotEqualTo(KEPT);
    }

    @Test
    void what_the_relay_says_comes_back_to_the_relay() {
        var network = Network.of(SUBNET);
        var client = on(ANNE, "ge-0/0/7");

        var reaction = (Reaction.Send) network.hear(client.message(MessageType.DISCOVER));

        assertThat(reaction.destination()).isEqualTo(new Destination.Relay(Ipv4.address("10.0.0.254")));
        assertThat(reaction.message().relay()).isEqualTo(Ipv4.address("10.0.0.254"));
        assertThat(reaction.message().options().all()).contains(client.own().getFirst());
        var refusal = (Reaction.Send) network.hear(client.reboot(SERVER));
        assertThat(refusal.message().broadcast()).isTrue();
        assertThat(refusal.message().options().all()).contains(client.own().getFirst());
    }

    @Test
    void a_relay_tells_the_link_and_the_server_that_its_clients_are_to_know() {
        var network = Network.of(SUBNET);
        var client = ANNE.behind("172.16.0.1").with(new LeaseOption.RelayAgent(new RelayInformation(List.of(
                new SubOption(RelayInformation.LINK_SELECTION, new Octets(SERVER.getAddress())),
                new SubOption(RelayInformation.SERVER_IDENTIFIER_OVERRIDE, Octets.of(172, 16, 0, 1))))));

        var offer = Network.sent(network.hear(client.message(MessageType.DISCOVER)), MessageType.OFFER);

        assertThat(offer.yourAddress()).isEqualTo(KEPT);
        assertThat(offer.options().all()).contains(new LeaseOption.ServerIdentifier(Ipv4.address("172.16.0.1")));
        network.acknowledged(client.select(KEPT, Ipv4.address("172.16.0.1")));
    }

    @Test
    void a_relayed_client_renews_without_its_relay() {
        var network = Network.of(SUBNET.behind());
        var had = network.boot(on(ANNE, "ge-0/0/7"));

        assertThat(network.acknowledged(ANNE.renew(had)).yourAddress()).isEqualTo(had);
        assertThat(network.hear(ANNE.renew(had), Ipv4.NONE)).isEqualTo(new Reaction.Silence(Reason.NOT_SERVED));
    }

    @Test
    void firmware_gets_the_file_for_its_architecture_and_the_loader_its_script() {
        var firmware = new ClientClass("uefi", List.of(
                new Condition.VendorClass(new Glob("PXEClient*")), new Condition.Architecture(Set.of(7, 9)),
                new Condition.Not(new Condition.UserClass(new Glob("iPXE")))),
                Options.of(new BootOption.VendorClass("PXEClient")), Boot.of(SERVER, "ipxe.efi"));
        var loader = new ClientClass("ipxe", List.of(new Condition.UserClass(new Glob("iPXE"))), Options.NONE,
                Boot.of(SERVER, "http://10.0.0.1/boot.ipxe"));
        var network = new Network(Configuration.of(Map.of(INTERFACE, SERVER), SUBNET).withClasses(firmware, loader));
        DhcpOption[] rom = {new BootOption.VendorClass("PXEClient:Arch:00007:UNDI:003016"),
            new BootOption.ClientArchitecture(List.of(7)), new LeaseOption.MaximumSize(1260)};

        var offer = (Reaction.Send) network.hear(ANNE.with(rom).message(MessageType.DISCOVER,
                new LeaseOption.ParameterRequest(Octets.of(67, 66))));
        var script = Network.sent(network.hear(ANNE.with(rom).message(MessageType.DISCOVER,
                new BootOption.UserClass(Octets.of("iPXE")))), MessageType.OFFER);

        assertThat(offer.message().bootFile()).isEqualTo("ipxe.efi");
        assertThat(offer.message().nextServer()).isEqualTo(SERVER);
        assertThat(offer.message().options().all()).endsWith(new BootOption.VendorClass("PXEClient"),
                new BootOption.BootFile("ipxe.efi"), new BootOption.TftpServerName("10.0.0.1"));
        assertThat(offer.longest()).isEqualTo(1260 - 28);
        assertThat(script.bootFile()).isEqualTo("http://10.0.0.1/boot.ipxe");
    }

    @Test
    void options_are_sent_when_asked_for_in_the_order_asked_and_those_of_a_reservation_always() {
        var routers = new NetworkOption.Routers(List.of(SERVER));
        var domain = new NetworkOption.DomainName("rack.example");
        var name = new NetworkOption.HostName("web-01");
        var network = Network.of(SUBNET.withOptions(Options.of(routers, domain)).withReservations(
                new Reservation(new Reservation.Owner.Hardware(ANNE.hardware()), KEPT, Options.of(name), Boot.NONE)));

        assertThat(options(network, ANNE, new LeaseOption.ParameterRequest(Octets.of(15, 3, 15, 42))))
                .endsWith(name, domain, routers);
        assertThat(options(network, BEN, new LeaseOption.ParameterRequest(Octets.of(3)))).endsWith(routers)
                .doesNotContain(domain, name);
        assertThat(options(network, BEN)).contains(routers, domain);
    }

    private static List<DhcpOption> options(Network network, Client client, DhcpOption... more) {
        return Network.sent(network.hear(client.message(MessageType.DISCOVER, more)), MessageType.OFFER).options()
                .all();
    }

    @Test
    void a_pool_for_a_class_is_for_no_other_client() {
        var bmcs = new ClientClass("bmc", List.of(new Condition.HardwarePrefix(Octets.of(2, 0xdc))), Options.NONE,
                Boot.NONE);
        var network = new Network(Configuration.of(Map.of(INTERFACE, SERVER), SUBNET.withPools(
                new Pool(Range.of("10.0.0.20", "10.0.0.21"), Set.of("bmc")), Pool.of("10.0.0.30", "10.0.0.31")))
                .withClasses(bmcs));
        var guest = new Client(HardwareAddress.ethernet("00:11:22:33:44:55"), Ipv4.NONE,
                List.of());

        assertThat(network.boot(ANNE)).isEqualTo(Ipv4.address("10.0.0.20"));
        assertThat(network.boot(guest, new LeaseOption.RequestedAddress(Ipv4.address("10.0.0.21"))))
                .isEqualTo(Ipv4.address("10.0.0.30"));
    }

    @Test
    void a_relay_that_may_learns_who_has_an_address_and_which_addresses_a_client_has() {
        var network = new Network(Configuration.of(Map.of(INTERFACE, SERVER), SUBNET)
                .withLeaseQueriers(Ipv4.address("10.0.0.254")));
        var identified = new LeaseOption.ClientIdentifier(Octets.of(0, 7));
        network.boot(on(ANNE, "ge-0/0/7"));
        network.pass(Duration.ofMinutes(10));
        network.boot(ANNE.with(identified));
        var relay = new Client(new HardwareAddress(0, Octets.NONE),
                Ipv4.address("10.0.0.254"), List.of());

        var byAddress = query(network, relay.from(KEPT, MessageType.LEASE_QUERY), MessageType.LEASE_ACTIVE);
        var byHardware = query(network, ANNE.behind("10.0.0.254").message(MessageType.LEASE_QUERY),
                MessageType.LEASE_ACTIVE);
        var byIdentifier = query(network, relay.message(MessageType.LEASE_QUERY, identified),
                MessageType.LEASE_ACTIVE);

        assertThat(byAddress.hardware()).isEqualTo(ANNE.hardware());
        assertThat(byAddress.options().all()).contains(new LeaseOption.LeaseTime(3000),
                new LeaseOption.LastTransaction(600), on(ANNE, "ge-0/0/7").own().getFirst());
        assertThat(byHardware.clientAddress()).isEqualTo(Ipv4.address("10.0.0.11"));
        assertThat(byHardware.options().find(LeaseOption.AssociatedAddresses.class).orElseThrow().addresses())
                .containsExactlyInAnyOrder(KEPT, Ipv4.address("10.0.0.11"));
        assertThat(byIdentifier.clientAddress()).isEqualTo(Ipv4.address("10.0.0.11"));
        query(network, relay.from(Ipv4.address("10.0.0.99"), MessageType.LEASE_QUERY), MessageType.LEASE_UNASSIGNED);
        query(network, relay.from(Ipv4.address("10.9.0.99"), MessageType.LEASE_QUERY), MessageType.LEASE_UNKNOWN);
        query(network, BEN.behind("10.0.0.254").message(MessageType.LEASE_QUERY), MessageType.LEASE_UNKNOWN);
    }

    private static Message query(Network network, Message query, MessageType expected) {
        return Network.sent(network.hear(query), expected);
    }
}
