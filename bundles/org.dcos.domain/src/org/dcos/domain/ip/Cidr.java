package org.dcos.domain.ip;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A network: the addresses that share their first bits (RFC 4632 §3.1, RFC 4291 §2.3). Two networks are either apart
 * or one holds the other. Networks sort by address, and a network before those that it holds.
 *
 * @param network its lowest address; all bits behind the prefix are 0
 * @param length  of the prefix in bits, 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(Address network, int length) implements Comparable<Cidr> {

    private static final Comparator<Cidr> ORDER = Comparator.comparing(Cidr::network).thenComparing(Cidr::length);

    public Cidr {
        requireLength(network.family(), length);
        Address lowest = network.withLowBitsClear(network.family().bits() - length);
        if (!lowest.equals(network)) {
            throw new IllegalArgumentException("%s/%d has host bits set; the network is %s/%d."
                    .formatted(network, length, lowest, length));
        }
    }

    /**
     * Reads {@code 10.0.0.0/24} or {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException says what is wrong and, where it can be told, what was probably meant
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Address single = Address.parse(text);
            throw CidrText.wrong(text, "it has no length. Write %s/%d for this one address."
                    .formatted(single, single.family().bits()));
        }
        Address address = Address.parse(text.substring(0, slash));
        return new Cidr(address, CidrText.length(text, address, text.substring(slash + 1)));
    }

    /** The network of that length that the address lies in. */
    public static Cidr around(Address address, int length) {
        requireLength(address.family(), length);
        return new Cidr(address.withLowBitsClear(address.family().bits() - length), length);
    }

    /** {@code 0.0.0.0/0} or {@code ::/0}. */
    public static Cidr all(IpFamily family) {
        return new Cidr(family.first(), 0);
    }

    public IpFamily family() {
        return network.family();
    }

    /** How many bits the prefix leaves to the addresses within. */
    public int hostBits() {
        return family().bits() - length;
    }

    public Address first() {
        return network;
    }

    public Address last() {
        return network.withLowBitsSet(hostBits());
    }

    public AddressRange range() {
        return new AddressRange(first(), last());
    }

    /**
     * The addresses that hosts can have. IPv4: all but the network and the broadcast address; on a /31 both (RFC 3021
     * §2.1), of a /32 the one. IPv6 has no broadcast; its lowest address is the Subnet-Router anycast address (RFC 4291
     * §2.6.1) and is left out, except on a /127, where that is disabled (RFC 6164 §6), and of a /128.
     */
    public AddressRange usable() {
        if (hostBits() <= 1) {
            return range();
        }
        return switch (family()) {
            case IPV4 -> new AddressRange(first().next(), last().previous());
            case IPV6 -> new AddressRange(first().next(), last());
        };
    }

    /** How many addresses there are, exactly. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(hostBits());
    }

    /** How many addresses there are, {@link Long#MAX_VALUE} when there are more. */
    public long sizeCapped() {
        return powerCapped(hostBits());
    }

    public boolean contains(Address address) {
        return family() == address.family() && address.withLowBitsClear(hostBits()).equals(network);
    }

    /** Whether all of the other is in here; a network contains itself. */
    public boolean contains(Cidr other) {
        return length <= other.length && contains(other.network);
    }

    /** Whether they share an address, which means that one contains the other. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /**
     * The network of the shorter or same length that this one lies in.
     *
     * @throws IllegalArgumentException when the length is greater than this one's
     */
    public Cidr parent(int parentLength) {
        if (parentLength > length) {
            throw new IllegalArgumentException(
                    "A /%d is inside %s, not around it. Give a length from 0 to %d.".formatted(parentLength, this,
                            length));
        }
        return around(network, parentLength);
    }

    /** The other half of the next larger network; nothing beside {@code /0}. */
    public Optional<Cidr> sibling() {
        if (length == 0) {
            return Optional.empty();
        }
        Cidr parent = parent(length - 1);
        return Optional.of(parent.part(length, parent.network.equals(network) ? 1 : 0));
    }

    /** Whether both are the halves of one network, so that they can become it. */
    public boolean isSiblingOf(Cidr other) {
        return length > 0 && length == other.length && !equals(other) && parent(length - 1).contains(other.network);
    }

    /**
     * The lower and the upper half.
     *
     * @throws IllegalArgumentException when it is a single address
     */
    public List<Cidr> halves() {
        if (hostBits() == 0) {
            throw new IllegalArgumentException("%s is one address and has no halves.".formatted(this));
        }
        return List.of(part(length + 1, 0), part(length + 1, 1));
    }

    /**
     * All networks of that length within, in order, each made when it is asked for. Of more than 2^63-1 of them, the
     * first 2^63-1.
     *
     * @throws IllegalArgumentException when the length is less than this one's, or too great for the family
     */
    public Stream<Cidr> split(int partLength) {
        return LongStream.range(0, partCount(partLength)).mapToObj(index -> part(partLength, index));
    }

    /** How many networks of that length are within, {@link Long#MAX_VALUE} when there are more. */
    public long partCount(int partLength) {
        if (partLength < length || partLength > family().bits()) {
            throw new IllegalArgumentException("%s cannot be split into networks of /%d. Give a length from %d to %d."
                    .formatted(this, partLength, length, family().bits()));
        }
        return powerCapped(partLength - length);
    }

    /** One of the networks of {@link #split}, counted from 0, without making those before it. */
    public Cidr part(int partLength, long index) {
        if (index < 0 || index >= partCount(partLength)) {
            throw new IllegalArgumentException("%s has %d parts of /%d, counted from 0; there is no part %d."
                    .formatted(this, partCount(partLength), partLength, index));
        }
        return new Cidr(network.withBitsAt(family().bits() - partLength, index), partLength);
    }

    /**
     * The fewest networks that hold exactly the addresses of all these, in order: what lies inside another falls away,
     * and siblings become their parent (RFC 4632 §3.1) for as long as there are any.
     */
    public static List<Cidr> aggregate(Collection<Cidr> networks) {
        var kept = new ArrayList<Cidr>();
        for (Cidr network : networks.stream().sorted().toList()) {
            if (!kept.isEmpty() && kept.getLast().contains(network)) {
                continue;
            }
            Cidr grown = network;
            while (!kept.isEmpty() && kept.getLast().isSiblingOf(grown)) {
                kept.removeLast();
                grown = grown.parent(grown.length - 1);
            }
            kept.add(grown);
        }
        return List.copyOf(kept);
    }

    @Override
    public int compareTo(Cidr other) {
        return ORDER.compare(this, other);
    }

    /** {@code 10.0.0.0/24}; IPv6 as RFC 5952 wants addresses written. */
    @Override
    public String toString() {
        return network + "/" + length;
    }

    private static void requireLength(IpFamily family, int length) {
        if (length < 0 || length > family.bits()) {
            throw new IllegalArgumentException(
                    "/%d is no length of an %s network; it goes from 0 to %d.".formatted(length, family,
                            family.bits()));
        }
    }

    private static long powerCapped(int exponent) {
        return exponent >= Long.SIZE - 1 ? Long.MAX_VALUE : 1L << exponent;
    }
}
