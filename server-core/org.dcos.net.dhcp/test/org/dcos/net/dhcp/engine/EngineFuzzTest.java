package org.dcos.net.dhcp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.net.dhcp.engine.Network.INTERFACE;
import static org.dcos.net.dhcp.engine.Network.SERVER;
import static org.dcos.net.dhcp.engine.Network.SUBNET;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Limits;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.Captured;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.MalformedMessage;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.Octets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The engine against whatever comes, from a fixed seed: it never fails, and never promises an address twice. */
class EngineFuzzTest {

    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final Limits SMALL = new Limits(20, Duration.ofSeconds(20), 3, Duration.ofMinutes(5), 2);

    private final Map<Inet4Address, ClientKey> bound = new HashMap<>();

    private Network network(boolean probing) {
        return new Network(Configuration.of(Map.of(INTERFACE, SERVER),
                SUBNET.withPools(Pool.of("10.0.0.10", "10.0.0.40")).withReservations(Reservation.of(
                        HardwareAddress.ethernet("02:dc:00:00:00:03"), Ipv4.address("10.0.0.12"))))
                .withLimits(SMALL).withProbing(probing).withLeaseQueriers(Ipv4.address("10.0.0.254")));
    }

    @Test
    void clients_that_do_anything_in_any_order_never_have_the_same_address() {
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            for (int seed = 0; seed < 40; seed++) {
                bound.clear();
                var random = new Random(seed);
                var network = network(seed % 2 == 0);
                for (int i = 0; i < 1_000; i++) {
                    act(network, random);
                    check(network);
                }
            }
        });
    }

    private void act(Network network, Random random) {
        var client = Network.Client.number(random.nextInt(50));
        if (random.nextInt(4) == 0) {
            client = client.with(new LeaseOption.ClientIdentifier(Octets.of(0, random.nextInt(5))));
        }
        if (random.nextInt(4) == 0) {
            client = client.behind("10.0.0.254");
        }
        var address = Ipv4.address("10.0.0." + (9 + random.nextInt(35)));
        var reaction = switch (random.nextInt(12)) {
            case 0, 1, 2 -> network.hear(client.message(MessageType.DISCOVER));
            case 3 -> network.hear(client.message(MessageType.DISCOVER, new LeaseOption.RequestedAddress(address)));
            case 4 -> network.hear(client.reboot(address));
            case 5 -> network.hear(client.renew(address));
            case 6 -> network.hear(client.release(address));
            case 7 -> network.hear(client.decline(address));
            case 8 -> network.hear(client.from(address, MessageType.LEASE_QUERY));
            case 9 -> network.take(network.engine.probed(address, random.nextBoolean() ? new ProbeFinding.Unused()
                    : new ProbeFinding.Used(Optional.empty()), network.now));
            case 10 -> network.hear(client.select(address, Ipv4.address("10.0.0.2")));
            default -> {
                network.pass(Duration.ofSeconds(random.nextInt(900)));
                yield new Reaction.Silence(Reason.TAKEN_NOTE);
            }
        };
        for (int probes = 0; probes < 100 && reaction instanceof Reaction.Probe(var probed, _); probes++) {
            reaction = network.take(network.engine.probed(probed, random.nextInt(5) > 0 ? new ProbeFinding.Unused()
                    : new ProbeFinding.Used(Optional.empty()), network.now));
        }
        if (reaction instanceof Reaction.Send(var offer, _, _, _)
                && offer.type().equals(Optional.of(MessageType.OFFER)) && random.nextInt(3) > 0) {
            network.acknowledged(client.select(offer.yourAddress(), SERVER));
        }
    }

    /** By the events alone, as somebody else sees it. */
    private void check(Network network) {
        for (var event : network.events) {
            var lease = event.lease();
            var holder = Optional.ofNullable(bound.get(lease.address()));
            switch (event.kind()) {
                case BOUND -> {
                    assertThat(holder.filter(_ -> !lease.address().equals(Ipv4.address("10.0.0.12"))))
                            .as("who has %s", lease.address()).isEmpty();
                    bound.put(lease.address(), lease.client());
                }
                case RENEWED -> assertThat(holder).contains(lease.client());
                case EXPIRED, RELEASED, DECLINED -> assertThat(Optional.ofNullable(bound.remove(lease.address())))
                        .contains(lease.client());
                case CONFLICT -> assertThat(holder).isEmpty();
            }
        }
        network.events.clear();
        assertThat(network.engine.openOffers()).isLessThanOrEqualTo(SMALL.openOffers());
        assertThat(network.engine.leases().size()).isLessThanOrEqualTo(31);
    }

    @Test
    void mutations_of_real_messages_are_answered_or_not_but_never_a_failure() throws Exception {
        List<byte[]> seeds = Captured.all().stream().map(Captured::octets).toList();
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            var random = new Random(3046);
            var own = Ipv4.address("10.80.0.1");
            var network = new Network(Configuration.of(Map.of(INTERFACE, own), Subnet.attached("captured",
                    "10.80.0.0/24", INTERFACE, Pool.of("10.80.0.50", "10.80.0.90"), LeaseTimes.of(Network.LEASE)))
                    .withLimits(SMALL));
            for (int i = 0; i < 20_000; i++) {
                byte[] octets = Arrays.copyOf(seeds.get(random.nextInt(seeds.size())), 300 + random.nextInt(800));
                for (int changes = random.nextInt(12); changes > 0; changes--) {
                    int from = random.nextBoolean() ? 240 : 0;
                    octets[from + random.nextInt(octets.length - from)] = (byte) random.nextInt();
                }
                try {
                    if (network.hear(Message.decode(octets, octets.length)) instanceof Reaction.Send send) {
                        assertThat(send.message().encode(send.longest()).length).isLessThanOrEqualTo(send.longest());
                    }
                } catch (MalformedMessage _) {
                    // as good an end as any
                }
                network.pass(Duration.ofSeconds(random.nextInt(3)));
            }
            assertThat(network.events).extracting(LeaseEvent::kind).contains(LeaseEvent.Kind.BOUND);
        });
    }

    @Test
    void an_identifier_longer_than_an_option_is_not_kept() {
        var message = Network.Client.number(1).with(new LeaseOption.ClientIdentifier(new Octets(new byte[256])))
                .message(MessageType.DISCOVER);

        network(false).silent(message, Reason.TOO_LONG);
    }
}
