package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dcos.net.dhcp.wire.Options;

/**
 * A subnet that is served.
 *
 * @param name             for people, and in leases
 * @param networkInterface the one that it is attached to; empty where its clients come through relays only
 * @param relays           of its clients, where their addresses are not of the subnet itself
 * @param times            for those who get an address of a pool
 * @param reservedTimes    for those who have a reservation
 * @param authoritative    whether a client with an address that is not known or wrong here is told so; not where
 *                         another server also serves the subnet
 */
public record Subnet(String name, Network network, Optional<String> networkInterface, Set<Inet4Address> relays,
        List<Pool> pools, List<Reservation> reservations, LeaseTimes times, LeaseTimes reservedTimes, Options options,
        Boot boot, boolean authoritative) {

    private static final int LONGEST_NAME = 255;

    public Subnet {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a subnet's name of %d characters, 255 at most".formatted(
                    name.length()));
        }
        relays = Set.copyOf(relays);
        pools = List.copyOf(pools);
        reservations = List.copyOf(reservations);
        for (int i = 0; i < pools.size(); i++) {
            var range = pools.get(i).range();
            if (!network.hasHost(range.first()) || !network.hasHost(range.last())) {
                throw new IllegalArgumentException("subnet %s: the pool %s is not within the hosts of %s".formatted(
                        name, range, network));
            }
            for (var other : pools.subList(0, i)) {
                if (range.overlaps(other.range())) {
                    throw new IllegalArgumentException("subnet %s: the pools %s and %s overlap".formatted(name, range,
                            other.range()));
                }
            }
        }
        var owners = new HashSet<Reservation.Owner>();
        var addresses = new HashSet<Inet4Address>();
        for (var one : reservations) {
            if (!network.hasHost(one.address())) {
                throw new IllegalArgumentException("subnet %s: the reserved address %s is no host of %s".formatted(
                        name, one.address().getHostAddress(), network));
            }
            if (!owners.add(one.owner()) || !addresses.add(one.address())) {
                throw new IllegalArgumentException("subnet %s: %s or its owner is reserved twice".formatted(name,
                        one.address().getHostAddress()));
            }
        }
    }

    /** With one pool, attached, nothing else. */
    public static Subnet attached(String name, String network, String networkInterface, Pool pool, LeaseTimes times) {
        return new Subnet(name, Network.of(network), Optional.of(networkInterface), Set.of(), List.of(pool), List.of(),
                times, times, Options.NONE, Boot.NONE, true);
    }

    public Subnet withPools(Pool... others) {
        return new Subnet(name, network, networkInterface, relays, List.of(others), reservations, times, reservedTimes,
                options, boot,
                authoritative);
    }

    public Subnet withReservations(Reservation... others) {
        return new Subnet(name, network, networkInterface, relays, pools, List.of(others), times, reservedTimes,
                options, boot,
                authoritative);
    }

    public Subnet withOptions(Options others) {
        return new Subnet(name, network, networkInterface, relays, pools, reservations, times, reservedTimes, others,
                boot,
                authoritative);
    }

    public Subnet withBoot(Boot other) {
        return new Subnet(name, network, networkInterface, relays, pools, reservations, times, reservedTimes, options,
                other,
                authoritative);
    }

    public Subnet withReservedTimes(LeaseTimes others) {
        return new Subnet(name, network, networkInterface, relays, pools, reservations, times, others, options, boot,
                authoritative);
    }

    public Subnet withAuthority(boolean other) {
        return new Subnet(name, network, networkInterface, relays, pools, reservations, times, reservedTimes, options,
                boot, other);
    }

    /** Reached through these relays only. */
    public Subnet behind(Inet4Address... others) {
        return new Subnet(name, network, Optional.empty(), Set.of(others), pools, reservations, times, reservedTimes,
                options, boot,
                authoritative);
    }

    public boolean isAttachedTo(String other) {
        return networkInterface.isPresent() && networkInterface.get().equals(other);
    }

    /** Whether clients whose relay has this address are in this subnet. */
    public boolean isBehind(Inet4Address relay) {
        return network.contains(relay) || relays.contains(relay);
    }
}
