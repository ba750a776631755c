package org.dcos.server.cmdb.ip;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;

/**
 * A set of addresses as the fewest ranges: sorted, none touches the next. Both families may be in it. Making it from n
 * ranges is O(n) when they come sorted, else O(n log n); looking into it is O(log n).
 *
 * @param ranges any ranges on the way in; joined and sorted on the way out
 */
public record AddressSet(List<AddressRange> ranges) {

    public static final AddressSet EMPTY = new AddressSet(List.of());

    public AddressSet {
        ranges = joined(ranges);
    }

    public static AddressSet of(Collection<Address> addresses) {
        return new AddressSet(addresses.stream().map(AddressRange::of).toList());
    }

    public static AddressSet ofNetworks(Collection<Cidr> networks) {
        return new AddressSet(networks.stream().map(Cidr::range).toList());
    }

    public AddressSet union(AddressSet other) {
        return new AddressSet(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    public boolean contains(Address address) {
        return rangeOf(address).isPresent();
    }

    /** The joined range that the address lies in. */
    public Optional<AddressRange> rangeOf(Address address) {
        int index = lastStartingUpTo(address);
        return index >= 0 && ranges.get(index).contains(address) ? Optional.of(ranges.get(index)) : Optional.empty();
    }

    /** The lowest address from the one on that is not in the set, when the range has one. O(log n). */
    public Optional<Address> firstAbsent(AddressRange within) {
        Optional<AddressRange> inTheWay = rangeOf(within.first());
        if (inTheWay.isEmpty()) {
            return Optional.of(within.first());
        }
        Address last = inTheWay.orElseThrow().last(); // what follows is absent, since ranges do not touch
        return last.compareTo(within.last()) < 0 ? Optional.of(last.next()) : Optional.empty();
    }

    /** What of the range is not in the set, as ranges in order; each is made when it is asked for, in O(log n). */
    public Stream<AddressRange> gaps(AddressRange within) {
        return Stream.iterate(gapFrom(within), Optional::isPresent,
                gap -> gap.flatMap(found -> after(found.last(), within)).flatMap(this::gapFrom))
                .map(Optional::orElseThrow);
    }

    /** How many addresses are in the set. */
    public BigInteger size() {
        return ranges.stream().map(AddressRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The fewest networks that hold exactly these addresses, in order. */
    public List<Cidr> networks() {
        return ranges.stream().flatMap(range -> range.networks().stream()).toList();
    }

    private Optional<AddressRange> gapFrom(AddressRange within) {
        return firstAbsent(within).map(first -> new AddressRange(first, lastAbsent(first, within.last())));
    }

    /** @param absent not in the set */
    private Address lastAbsent(Address absent, Address end) {
        int next = lastStartingUpTo(absent) + 1;
        return next < ranges.size() && ranges.get(next).first().compareTo(end) <= 0
                ? ranges.get(next).first().previous()
                : end;
    }

    private static Optional<AddressRange> after(Address address, AddressRange within) {
        return address.compareTo(within.last()) < 0
                ? Optional.of(new AddressRange(address.next(), within.last()))
                : Optional.empty();
    }

    /** Index of the last range that starts at or below the address; -1 when all start above it. */
    private int lastStartingUpTo(Address address) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (ranges.get(middle).first().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static List<AddressRange> joined(Collection<AddressRange> ranges) {
        var joined = new ArrayList<AddressRange>();
        for (AddressRange range : ranges.stream().sorted().toList()) {
            if (!joined.isEmpty() && meets(joined.getLast(), range)) {
                AddressRange before = joined.removeLast();
                joined.add(before.last().compareTo(range.last()) >= 0 ? before
                        : new AddressRange(before.first(), range.last()));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    /** Whether a range that sorts later overlaps or follows without a gap. */
    private static boolean meets(AddressRange before, AddressRange range) {
        return before.family() == range.family()
                && (range.first().compareTo(before.last()) <= 0 || before.last().distanceTo(range.first()) == 1);
    }
}
