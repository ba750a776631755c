package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import org.dcos.net.dhcp.wire.Ipv4;

/** Addresses from the first to the last, both included. */
public record Range(Inet4Address first, Inet4Address last) {

    /** Addresses that one range may have: those of a /8. */
    private static final int LARGEST = 1 << 24;

    public Range {
        long size = Integer.toUnsignedLong(Ipv4.bits(last)) - Integer.toUnsignedLong(Ipv4.bits(first)) + 1;
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("the range %s - %s has %d addresses: 1 to %d are possible".formatted(
                    first.getHostAddress(), last.getHostAddress(), Math.max(0, size), LARGEST));
        }
    }

    public static Range of(String first, String last) {
        return new Range(Ipv4.address(first), Ipv4.address(last));
    }

    public int size() {
        return Ipv4.bits(last) - Ipv4.bits(first) + 1;
    }

    public boolean contains(Inet4Address address) {
        return Integer.compareUnsigned(Ipv4.bits(address) - Ipv4.bits(first), size()) < 0;
    }

    boolean overlaps(Range other) {
        return contains(other.first) || other.contains(first);
    }

    @Override
    public String toString() {
        return "%s - %s".formatted(first.getHostAddress(), last.getHostAddress());
    }
}
