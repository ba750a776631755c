package org.dcos.server.cmdb.ip;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;

/**
 * The addresses of a network that can be given out, and which of them are free. Made in O(n) from n sorted used
 * addresses; the next free address is then found in O(log n), however many used ones lie before it.
 */
public final class AddressPool {

    /** Most addresses taken at once. */
    public static final int MAX_TAKEN = 65_536;

    private final Cidr network;
    private final AddressRange assignable;
    private final Optional<Address> gateway;
    private final AddressSet reserved;
    private final AddressSet used;
    private final AddressSet unavailable;

    private AddressPool(Cidr network, AddressRange assignable, AddressSet used) {
        this(network, assignable, Optional.empty(), AddressSet.EMPTY, used);
    }

    private AddressPool(Cidr network, AddressRange assignable, Optional<Address> gateway, AddressSet reserved,
            AddressSet used) {
        this.network = network;
        this.assignable = assignable;
        this.gateway = gateway;
        this.reserved = reserved;
        this.used = used;
        this.unavailable = used.union(reserved).union(AddressSet.of(gateway.stream().toList()));
    }

    /** A network that hosts are on: network, broadcast and anycast address are left out ({@link Cidr#usable()}). */
    public static AddressPool ofHosts(Cidr network, Collection<Address> used) {
        return new AddressPool(network, network.usable(), AddressSet.of(used));
    }

    /** A network that is only a stock of addresses, such as for NAT: each of them can be given out. */
    public static AddressPool ofAll(Cidr network, Collection<Address> used) {
        return new AddressPool(network, network.range(), AddressSet.of(used));
    }

    /** This pool with an address for the router. */
    public AddressPool withGateway(Address address) {
        if (!assignable.contains(address)) {
            throw new IllegalArgumentException("%s cannot be the gateway of %s. Choose one of %s.".formatted(address,
                    network, assignable));
        }
        return new AddressPool(network, assignable, Optional.of(address), reserved, used);
    }

    /** This pool with ranges that are kept back; they may reach beyond the network. */
    public AddressPool withReserved(Collection<AddressRange> ranges) {
        return new AddressPool(network, assignable, gateway, reserved.union(new AddressSet(List.copyOf(ranges))),
                used);
    }

    public Cidr network() {
        return network;
    }

    /** Whether an address is free, else why not; a used address is told as such wherever it lies in the network. */
    public Standing standing(Address address) {
        if (!network.contains(address)) {
            return Standing.OUTSIDE;
        }
        if (used.contains(address)) {
            return Standing.USED;
        }
        if (!assignable.contains(address)) {
            return edge(address);
        }
        if (gateway.isPresent() && gateway.orElseThrow().equals(address)) {
            return Standing.GATEWAY;
        }
        return reserved.contains(address) ? Standing.RESERVED : Standing.FREE;
    }

    /** The lowest free address. */
    public Optional<Address> next() {
        return unavailable.firstAbsent(assignable);
    }

    /** The lowest free address above this one, for a walk through the pool; it does not begin again at the end. */
    public Optional<Address> nextAfter(Address address) {
        if (address.compareTo(assignable.first()) < 0) {
            return next();
        }
        return address.compareTo(assignable.last()) >= 0
                ? Optional.empty()
                : unavailable.firstAbsent(new AddressRange(address.next(), assignable.last()));
    }

    /**
     * The lowest free addresses, whether they lie together or not.
     *
     * @param count at most {@link #MAX_TAKEN}
     * @return in order; fewer when no more are free
     */
    public List<Address> take(int count) {
        if (count < 0 || count > MAX_TAKEN) {
            throw new IllegalArgumentException(
                    "%d addresses cannot be taken at once. Ask for at most %d.".formatted(count, MAX_TAKEN));
        }
        return free().flatMap(AddressPool::addresses).limit(count).toList();
    }

    /**
     * So many free addresses in a row, from the start of the smallest free range that has them, of equal ones the
     * lowest; so long ranges stay whole.
     *
     * @return empty when there are not so many in a row
     */
    public Optional<AddressRange> takeContiguous(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("%d addresses in a row cannot be taken. Ask for 1 or more."
                    .formatted(count));
        }
        return free().filter(range -> range.sizeCapped() >= count)
                .min(Comparator.comparing(AddressRange::size).thenComparing(AddressRange::first))
                .map(range -> new AddressRange(range.first(), range.first().plus(count - 1)));
    }

    /** The free addresses as ranges in order, each found when it is asked for, in O(log n). */
    public Stream<AddressRange> free() {
        return unavailable.gaps(assignable);
    }

    /** How many addresses are free. */
    public BigInteger freeSize() {
        return free().map(AddressRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Standing edge(Address address) {
        if (network.family() == IpFamily.IPV6) {
            return Standing.SUBNET_ROUTER_ANYCAST;
        }
        return address.equals(network.first()) ? Standing.NETWORK : Standing.BROADCAST;
    }

    private static Stream<Address> addresses(AddressRange range) {
        return Stream.iterate(Optional.of(range.first()), Optional::isPresent,
                at -> at.filter(address -> address.compareTo(range.last()) < 0).map(Address::next))
                .map(Optional::orElseThrow);
    }
}
