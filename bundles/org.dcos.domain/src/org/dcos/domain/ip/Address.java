package org.dcos.domain.ip;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * One IPv4 or IPv6 address, without zone and without prefix length. Addresses sort by family, then by number.
 *
 * @param family which of both; {@code ::ffff:10.0.0.1} is an IPv6 address and not equal to {@code 10.0.0.1}
 * @param high   upper 64 bits, unsigned; 0 for IPv4
 * @param low    lower 64 bits, unsigned; IPv4 has its address in the lower 32 of them
 */
public record Address(IpFamily family, long high, long low) implements Comparable<Address> {

    private static final long IPV4_BITS = 0xFFFF_FFFFL;

    public Address {
        if (family == IpFamily.IPV4 && (high != 0 || (low & ~IPV4_BITS) != 0)) {
            throw new IllegalArgumentException(
                    "An IPv4 address has 32 bits; %016x%016x has more.".formatted(high, low));
        }
    }

    /**
     * Reads an address: four decimal numbers without leading zeros, which some programs take for octal, or any text
     * form of RFC 4291 §2.2, where {@code ::} stands for at least one group. Nothing else is taken: no zone
     * ({@code %eth0}), no length ({@code /24}), no brackets, no spaces, only ASCII digits.
     *
     * @throws IllegalArgumentException says what is wrong with the text and how it is written
     */
    public static Address parse(String text) {
        return AddressText.parse(text);
    }

    /** The reverse of {@link #bytes()}: four bytes make an IPv4 address, sixteen an IPv6 address. */
    public static Address ofBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> new Address(IpFamily.IPV4, 0, Integer.toUnsignedLong(in.getInt()));
            case 16 -> new Address(IpFamily.IPV6, in.getLong(), in.getLong());
            default -> throw new IllegalArgumentException(
                    "An address has 4 bytes (IPv4) or 16 (IPv6); these are %d.".formatted(bytes.length));
        };
    }

    /** In network byte order, 4 or 16 of them; within a family they sort as the addresses do. */
    public byte[] bytes() {
        return switch (family) {
            case IPV4 -> ByteBuffer.allocate(4).putInt((int) low).array();
            case IPV6 -> ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        };
    }

    /** The address as a number from 0. */
    public BigInteger toBigInteger() {
        return new BigInteger(1, bytes());
    }

    /** @throws IllegalArgumentException after the last address of the family */
    public Address next() {
        return plus(1);
    }

    /** @throws IllegalArgumentException before the first address of the family */
    public Address previous() {
        return plus(-1);
    }

    /**
     * The address so many steps up, or down when negative.
     *
     * @throws IllegalArgumentException when it would leave the addresses of the family
     */
    public Address plus(long steps) {
        long sumLow = low + steps;
        long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
        long sumHigh = high + carry + (steps < 0 ? -1 : 0); // a negative number has ones in its upper 64 bits
        boolean left = switch (family) {
            case IPV4 -> sumHigh != 0 || (sumLow & ~IPV4_BITS) != 0;
            case IPV6 -> steps != 0 && (compare(sumHigh, sumLow, high, low) < 0) != steps < 0;
        };
        if (left) {
            throw new IllegalArgumentException(
                    "%s %+d is not possible: %s addresses go from %s to %s.".formatted(this, steps, family,
                            family.first(), family.last()));
        }
        return new Address(family, sumHigh, sumLow);
    }

    /**
     * How many steps lead from this address to the other, negative when the other is below.
     *
     * @return {@link Long#MAX_VALUE} or {@link Long#MIN_VALUE} when it is as much or more
     * @throws IllegalArgumentException when the addresses are of two families
     */
    public long distanceTo(Address other) {
        requireFamilyOf(other);
        boolean up = compareTo(other) <= 0;
        long differenceLow = other.low - low;
        long differenceHigh = other.high - high - (Long.compareUnsigned(other.low, low) < 0 ? 1 : 0);
        boolean fits = differenceHigh == differenceLow >> 63; // the upper bits only repeat the sign
        if (fits && differenceLow < 0 != up) {
            return differenceLow;
        }
        return up ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    @Override
    public int compareTo(Address other) {
        return family == other.family ? compare(high, low, other.high, other.low) : family.compareTo(other.family);
    }

    /**
     * IPv4 as four decimal numbers; IPv6 in the one form of RFC 5952 §4: no leading zeros, lower case, the longest run
     * of two or more zero groups as {@code ::}, of equal runs the first. An IPv4-mapped address (RFC 4291 §2.5.5.2)
     * ends with dots, {@code ::ffff:10.0.0.1}, as RFC 5952 §5 recommends.
     */
    @Override
    public String toString() {
        return AddressText.print(this);
    }

    void requireFamilyOf(Address other) {
        if (family != other.family) {
            throw new IllegalArgumentException("%s is an %s address and %s is %s: they cannot be taken together."
                    .formatted(this, family, other, other.family));
        }
    }

    /** This address with so many of its lowest bits 0. */
    Address withLowBitsClear(int count) {
        return new Address(family, high & ~highOnes(count), low & ~lowOnes(count));
    }

    /** This address with so many of its lowest bits 1. */
    Address withLowBitsSet(int count) {
        return new Address(family, high | highOnes(count), low | lowOnes(count));
    }

    /** The address {@code number * 2^shift} above this one, in bits that are still 0 here. */
    Address withBitsAt(int shift, long number) {
        if (shift == 0) {
            return new Address(family, high, low | number);
        }
        return shift < 64
                ? new Address(family, high | number >>> 64 - shift, low | number << shift)
                : new Address(family, high | (shift == 128 ? 0 : number << shift - 64), low);
    }

    /**
     * Host bits of the largest aligned block that starts here and does not go beyond the other address, which is not
     * below this one: no more than the zeros at the end of this address, no more than the distance has room for.
     */
    int blockBitsUpTo(Address end) {
        long countLow = end.low - low + 1;
        long countHigh = end.high - high - (Long.compareUnsigned(end.low, low) < 0 ? 1 : 0) + (countLow == 0 ? 1 : 0);
        int room;
        if (countHigh != 0) {
            room = 127 - Long.numberOfLeadingZeros(countHigh);
        } else if (countLow != 0) {
            room = 63 - Long.numberOfLeadingZeros(countLow);
        } else {
            room = 128; // 2^128 addresses: the count has run over
        }
        int zeros = low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
        return Math.min(room, Math.min(zeros, family.bits()));
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        return high == otherHigh ? Long.compareUnsigned(low, otherLow) : Long.compareUnsigned(high, otherHigh);
    }

    private static long lowOnes(int count) {
        return count >= 64 ? -1 : (1L << count) - 1;
    }

    private static long highOnes(int count) {
        return count <= 64 ? 0 : lowOnes(count - 64);
    }
}
