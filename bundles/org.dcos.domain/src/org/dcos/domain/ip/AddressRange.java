package org.dcos.domain.ip;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All addresses from one to another, both included. Ranges sort by their first address, then by their last.
 *
 * @param first not above {@code last}, of the same family
 */
public record AddressRange(Address first, Address last) implements Comparable<AddressRange> {

    private static final Comparator<AddressRange> ORDER = Comparator.comparing(AddressRange::first)
            .thenComparing(AddressRange::last);

    public AddressRange {
        first.requireFamilyOf(last);
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "%s-%s runs backwards; write %s-%s.".formatted(first, last, last, first));
        }
    }

    /** The range of one address. */
    public static AddressRange of(Address only) {
        return new AddressRange(only, only);
    }

    /** Reads {@code 10.0.0.1-10.0.0.9}, with or without spaces around the dash, or a single address. */
    public static AddressRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return of(Address.parse(text));
        }
        return new AddressRange(Address.parse(text.substring(0, dash).stripTrailing()),
                Address.parse(text.substring(dash + 1).stripLeading()));
    }

    public IpFamily family() {
        return first.family();
    }

    public boolean contains(Address address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    public boolean contains(AddressRange other) {
        return contains(other.first) && contains(other.last);
    }

    public boolean overlaps(AddressRange other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /** What both have; empty when that is nothing. */
    public Optional<AddressRange> intersection(AddressRange other) {
        return overlaps(other)
                ? Optional.of(new AddressRange(later(first, other.first), earlier(last, other.last)))
                : Optional.empty();
    }

    /** How many addresses there are, exactly. */
    public BigInteger size() {
        return last.toBigInteger().subtract(first.toBigInteger()).add(BigInteger.ONE);
    }

    /** How many addresses there are, {@link Long#MAX_VALUE} when there are as many or more. */
    public long sizeCapped() {
        long steps = first.distanceTo(last);
        return steps == Long.MAX_VALUE ? steps : steps + 1;
    }

    /**
     * The fewest networks that hold exactly these addresses, in their order: from the first address on, each time the
     * largest that is aligned there (RFC 4632 §3.1) and does not go beyond the last. At most twice as many as an
     * address has bits.
     */
    public List<Cidr> networks() {
        var networks = new ArrayList<Cidr>();
        Address from = first;
        while (true) {
            var network = new Cidr(from, family().bits() - from.blockBitsUpTo(last));
            networks.add(network);
            if (network.last().equals(last)) {
                return List.copyOf(networks);
            }
            from = network.last().next();
        }
    }

    @Override
    public int compareTo(AddressRange other) {
        return ORDER.compare(this, other);
    }

    /** {@code 10.0.0.1-10.0.0.9}, a single address without dash. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "-" + last;
    }

    private static Address later(Address a, Address b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Address earlier(Address a, Address b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
