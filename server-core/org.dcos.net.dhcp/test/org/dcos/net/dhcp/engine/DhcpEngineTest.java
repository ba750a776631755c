package org.dcos.net.dhcp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.net.dhcp.engine.Network.LEASE;
import static org.dcos.net.dhcp.engine.Network.SERVER;
import static org.dcos.net.dhcp.engine.Network.SUBNET;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dcos.net.dhcp.engine.Network.Client;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Limits;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.Captured;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.junit.jupiter.api.Test;

/** Clients and their leases, by the paragraphs of RFC 2131 §4.3. */
class DhcpEngineTest {

    private static final Client ANNE = Client.number(1);
    private static final Client BEN = Client.number(2);

    private final Network network = Network.of(SUBNET);

    private static Inet4Address address(int last) {
        return Ipv4.address("10.0.0." + last);
    }

    private List<LeaseEvent.Kind> kinds() {
        return network.events.stream().map(LeaseEvent::kind).toList();
    }

    @Test
    void a_new_client_gets_an_address_its_times_and_its_mask() {
        var reaction = (Reaction.Send) network.hear(ANNE.message(MessageType.DISCOVER));
        var ack = network.acknowledged(ANNE.select(address(10), SERVER));

        assertThat(reaction.destination()).isEqualTo(new Destination.Newcomer(address(10), ANNE.hardware()));
        assertThat(ack.yourAddress()).isEqualTo(address(10));
        assertThat(ack.transactionId()).isEqualTo(77);
        assertThat(ack.options().all()).startsWith(new LeaseOption.Kind(MessageType.ACK),
                new LeaseOption.ServerIdentifier(SERVER), new LeaseOption.LeaseTime(3600),
                new LeaseOption.RenewalTime(1800), new LeaseOption.RebindingTime(3150),
                new NetworkOption.SubnetMask(Ipv4.address("255.255.255.0")));
        assertThat(kinds()).containsExactly(LeaseEvent.Kind.BOUND);
    }

    @Test
    void offers_to_several_clients_are_different_and_the_same_when_asked_again() {
        assertThat(network.discover(ANNE)).isEqualTo(address(10));
        assertThat(network.discover(BEN)).isEqualTo(address(11));
        assertThat(network.discover(ANNE)).isEqualTo(address(10));
    }

    @Test
    void the_address_that_a_client_asks_for_is_offered_where_it_is_free() {
        var wanted = new LeaseOption.RequestedAddress(address(13));

        assertThat(network.discover(ANNE, wanted)).isEqualTo(address(13));
        assertThat(network.discover(BEN, wanted)).isEqualTo(address(10));
    }

    @Test
    void an_address_outside_the_pools_is_not_given_though_asked_for() {
        assertThat(network.discover(ANNE, new LeaseOption.RequestedAddress(address(99)))).isEqualTo(address(10));
        assertThat(network.discover(BEN, new LeaseOption.RequestedAddress(SERVER))).isEqualTo(address(11));
    }

    @Test
    void a_client_that_comes_back_after_its_lease_has_ended_gets_its_address_again() {
        network.boot(BEN);
        var had = network.boot(ANNE);
        network.pass(LEASE.plusDays(3));

        assertThat(network.boot(Client.number(3))).isNotEqualTo(had);
        assertThat(network.boot(ANNE)).isEqualTo(had);
        assertThat(kinds()).containsExactly(LeaseEvent.Kind.BOUND, LeaseEvent.Kind.BOUND, LeaseEvent.Kind.EXPIRED,
                LeaseEvent.Kind.EXPIRED, LeaseEvent.Kind.BOUND, LeaseEvent.Kind.BOUND);
    }

    @Test
    void when_all_addresses_were_had_the_one_free_for_longest_is_next() {
        for (int i = 1; i <= 4; i++) {
            network.boot(Client.number(i));
            network.pass(Duration.ofMinutes(1));
        }
        network.silent(Client.number(5).message(MessageType.DISCOVER), Reason.NO_ADDRESS_LEFT);
        network.hear(Client.number(3).release(address(12)));
        network.pass(LEASE);

        assertThat(network.boot(Client.number(5))).isEqualTo(address(12));
        assertThat(network.boot(Client.number(6))).isEqualTo(address(10));
    }

    @Test
    void a_lease_is_renewed_and_lasts_from_then() {
        var had = network.boot(ANNE);
        network.pass(Duration.ofMinutes(30));
        var reaction = (Reaction.Send) network.hear(ANNE.renew(had));

        assertThat(reaction.destination()).isEqualTo(new Destination.Host(had));
        assertThat(reaction.message().clientAddress()).isEqualTo(had);
        network.pass(Duration.ofMinutes(59));
        assertThat(kinds()).containsExactly(LeaseEvent.Kind.BOUND, LeaseEvent.Kind.RENEWED);
        network.pass(Duration.ofMinutes(1));
        assertThat(kinds()).endsWith(LeaseEvent.Kind.EXPIRED);
    }

    @Test
    void a_client_that_starts_again_keeps_its_address() {
        var had = network.boot(ANNE);

        assertThat(network.acknowledged(ANNE.reboot(had)).yourAddress()).isEqualTo(had);
    }

    @Test
    void a_client_with_an_address_of_another_network_or_another_client_is_refused() {
        network.boot(BEN);

        assertThat(network.refused(ANNE.reboot(Ipv4.address("192.168.1.5"))).options()
                .find(LeaseOption.ErrorText.class)).contains(new LeaseOption.ErrorText(
                        "192.168.1.5 is not of this network"));
        assertThat(network.refused(ANNE.reboot(address(10))).yourAddress()).isEqualTo(Ipv4.NONE);
        assertThat(((Reaction.Send) network.hear(ANNE.renew(address(10)))).destination())
                .isEqualTo(new Destination.Everybody());
    }

    @Test
    void a_server_that_is_not_alone_refuses_only_who_chose_it() {
        var shared = Network.of(SUBNET.withAuthority(false));
        shared.boot(BEN);

        shared.silent(ANNE.reboot(address(10)), Reason.NOT_AUTHORITATIVE);
        shared.refused(ANNE.select(address(10), SERVER));
    }

    @Test
    void an_authoritative_server_that_has_lost_its_leases_lets_clients_keep_their_addresses() {
        assertThat(network.acknowledged(ANNE.renew(address(12))).yourAddress()).isEqualTo(address(12));
        assertThat(network.discover(BEN, new LeaseOption.RequestedAddress(address(12)))).isEqualTo(address(10));
    }

    @Test
    void a_client_that_takes_what_another_server_offers_frees_our_offer() {
        network.discover(ANNE);
        var other = Ipv4.address("10.0.0.2");

        assertThat(network.hear(ANNE.select(address(77), other)))
                .isEqualTo(new Reaction.Elsewhere(other, Network.INTERFACE));
        assertThat(network.engine.openOffers()).isZero();
    }

    @Test
    void a_released_address_is_kept_for_its_client_while_others_are_free() {
        var had = network.boot(ANNE);
        assertThat(network.hear(ANNE.release(had))).isEqualTo(new Reaction.Silence(Reason.TAKEN_NOTE));

        assertThat(network.discover(BEN)).isNotEqualTo(had);
        assertThat(network.discover(ANNE)).isEqualTo(had);
        assertThat(kinds()).endsWith(LeaseEvent.Kind.RELEASED);
    }

    @Test
    void nobody_gives_back_or_declines_what_is_not_its_own() {
        var had = network.boot(ANNE);

        network.silent(BEN.release(had), Reason.INCOMPLETE);
        network.silent(BEN.decline(had), Reason.INCOMPLETE);
        assertThat(network.engine.leases()).singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(LeaseState.BOUND));
    }

    @Test
    void a_declined_address_is_given_to_nobody_until_its_quarantine_is_over() {
        var had = network.boot(ANNE);
        network.hear(ANNE.decline(had));

        assertThat(network.discover(ANNE)).isNotEqualTo(had);
        network.refused(ANNE.reboot(had));
        network.pass(Duration.ofHours(1));
        assertThat(network.acknowledged(BEN.reboot(had)).yourAddress()).isEqualTo(had);
    }

    @Test
    void a_client_that_declines_everything_does_not_empty_the_pool() {
        var limited = new Network(Configuration.of(Map.of(Network.INTERFACE, SERVER), SUBNET)
                .withLimits(new Limits(100, Duration.ofMinutes(1), 8, Duration.ofHours(1), 2)));
        for (int i = 0; i < 10; i++) {
            var got = limited.boot(ANNE);
            limited.hear(ANNE.decline(got));
        }

        assertThat(limited.engine.leases().stream().filter(it -> it.state() == LeaseState.DECLINED)).hasSize(2);
    }

    @Test
    void one_machine_with_many_identifiers_does_not_empty_the_pool() {
        var limited = new Network(Configuration.of(Map.of(Network.INTERFACE, SERVER), SUBNET)
                .withLimits(new Limits(100, Duration.ofMinutes(1), 2, Duration.ofHours(1), 2)));
        limited.boot(ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(0, 1))));
        limited.discover(ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(0, 2))));

        limited.silent(ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(0, 3))).message(MessageType.DISCOVER),
                Reason.TOO_MANY_OF_ONE_CLIENT);
        limited.discover(ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(0, 2))));
        limited.discover(BEN);
    }

    @Test
    void an_offer_ends_when_it_is_not_taken_and_the_oldest_when_there_are_too_many() {
        var limited = new Network(Configuration.of(Map.of(Network.INTERFACE, SERVER), SUBNET)
                .withLimits(new Limits(2, Duration.ofMinutes(1), 8, Duration.ofHours(1), 2)));
        for (int i = 0; i < 1000; i++) {
            limited.discover(Client.number(i));
        }
        assertThat(limited.engine.openOffers()).isEqualTo(2);

        limited.pass(Duration.ofMinutes(1));
        assertThat(limited.engine.openOffers()).isZero();
    }

    @Test
    void a_client_that_informs_gets_options_and_no_lease() {
        var reaction = (Reaction.Send) network.hear(ANNE.from(address(99), MessageType.INFORM));

        assertThat(reaction.message().type()).contains(MessageType.ACK);
        assertThat(reaction.message().yourAddress()).isEqualTo(Ipv4.NONE);
        assertThat(reaction.message().options().find(LeaseOption.LeaseTime.class)).isEmpty();
        assertThat(reaction.message().options().find(NetworkOption.SubnetMask.class)).isPresent();
        assertThat(reaction.destination()).isEqualTo(new Destination.Host(address(99)));
        assertThat(network.engine.leases()).isEmpty();
    }

    @Test
    void an_identifier_comes_back_and_tells_clients_of_one_card_apart() {
        var loader = ANNE.with(new LeaseOption.ClientIdentifier(Octets.of(255, 1, 2)));

        var first = network.boot(ANNE);
        assertThat(network.boot(loader)).isNotEqualTo(first);
        assertThat(network.acknowledged(loader.reboot(address(11))).options()
                .find(LeaseOption.ClientIdentifier.class))
                        .contains(new LeaseOption.ClientIdentifier(Octets.of(255, 1, 2)));
    }

    @Test
    void an_address_that_somebody_releases_by_order_goes_to_the_next_who_asks_for_it() {
        var address = network.boot(ANNE);

        network.take(network.engine.release(address, network.now));
        network.take(network.engine.release(address, network.now));

        assertThat(network.events).extracting(LeaseEvent::kind).containsExactly(LeaseEvent.Kind.BOUND,
                LeaseEvent.Kind.RELEASED);
        assertThat(network.boot(BEN, new LeaseOption.RequestedAddress(address))).isEqualTo(address);
    }

    @Test
    void what_a_client_told_of_itself_and_its_relay_is_kept_with_its_lease() {
        var relay = Ipv4.address("10.0.0.254");
        var told = new DhcpOption[] {new BootOption.VendorClass("udhcp 1.35"),
            DhcpOption.of(Lease.VENDOR_OPTIONS, new byte[] {1, 2, 3}),
            new LeaseOption.ParameterRequest(Octets.of(1, 3, 43))};

        network.boot(ANNE.behind("10.0.0.254"), told);

        assertThat(network.engine.leases()).singleElement().satisfies(it -> {
            assertThat(it.relay()).isEqualTo(relay);
            assertThat(it.told().all()).contains(told);
        });
    }

    @Test
    void a_client_may_ask_for_a_time_within_bounds() {
        var bounded = Network.of(new Subnet(SUBNET.name(), SUBNET.network(),
                SUBNET.networkInterface(), Set.of(), SUBNET.pools(), List.of(),
                new LeaseTimes(LEASE, Duration.ofMinutes(5), Duration.ofHours(2)), SUBNET.times(), SUBNET.options(),
                SUBNET.boot(), true));
        for (long[] asked : new long[][] {{1, 300}, {600, 600}, {LeaseOption.INFINITE, 7200}}) {
            var offer = Network.sent(bounded.hear(ANNE.message(MessageType.DISCOVER,
                    new LeaseOption.LeaseTime(asked[0]))), MessageType.OFFER);
            assertThat(offer.options().find(LeaseOption.LeaseTime.class))
                    .contains(new LeaseOption.LeaseTime(asked[1]));
        }
    }

    @Test
    void messages_on_other_interfaces_of_no_client_or_from_servers_are_met_with_silence() throws Exception {
        var discover = ANNE.message(MessageType.DISCOVER);
        assertThat(network.engine.handle(discover, new Arrival("office", Ipv4.NONE), network.now).reaction())
                .isEqualTo(new Reaction.Silence(Reason.NOT_SERVED));
        network.silent(ANNE.behind("172.16.0.1").message(MessageType.DISCOVER), Reason.NOT_SERVED);
        network.silent(ANNE.message(MessageType.OFFER), Reason.NOT_FOR_SERVERS);
        network.silent(Captured.message("dnsmasq OFFER to dhclient"), Reason.NOT_FOR_SERVERS);
        network.silent(new Client(new HardwareAddress(1, Octets.NONE), Ipv4.NONE, List.of())
                .message(MessageType.DISCOVER), Reason.INCOMPLETE);
        network.silent(ANNE.message(MessageType.REQUEST), Reason.INCOMPLETE);
        network.silent(ANNE.message(MessageType.LEASE_QUERY), Reason.MAY_NOT_QUERY);
    }

    @Test
    void a_client_that_can_only_hear_broadcasts_gets_one() {
        var deaf = ANNE.message(MessageType.DISCOVER).withFlags(Message.BROADCAST);

        assertThat(((Reaction.Send) network.hear(deaf)).destination()).isEqualTo(new Destination.Everybody());
    }

    @Test
    void a_new_engine_with_the_leases_of_the_old_one_goes_on() {
        var had = network.boot(ANNE);
        var next = Network.of(SUBNET);
        next.now = network.now;
        next.engine = new DhcpEngine(Configuration.of(Map.of(Network.INTERFACE, SERVER), SUBNET),
                network.engine.leases());

        assertThat(next.discover(BEN)).isNotEqualTo(had);
        assertThat(next.acknowledged(ANNE.renew(had)).yourAddress()).isEqualTo(had);
    }

    @Test
    void when_the_pool_moves_a_client_is_refused_its_old_address_and_gets_a_new_one() {
        var had = network.boot(ANNE);
        network.engine.configure(Configuration.of(Map.of(Network.INTERFACE, SERVER),
                SUBNET.withPools(Pool.of("10.0.0.50", "10.0.0.60"))));

        network.refused(ANNE.renew(had));
        assertThat(network.boot(ANNE)).isEqualTo(address(50));
    }
}
