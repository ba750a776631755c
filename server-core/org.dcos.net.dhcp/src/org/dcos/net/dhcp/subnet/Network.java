package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import org.dcos.net.dhcp.wire.Ipv4;

/**
 * The addresses of a subnet.
 *
 * @param prefixLength 8 to 32
 */
public record Network(Inet4Address address, int prefixLength) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 32;

    /** The longest prefix with a network and a broadcast address of its own (RFC 3021 §2.1). */
    private static final int LONGEST_WITH_BROADCAST = 30;

    public Network {
        if (prefixLength < SHORTEST || prefixLength > LONGEST) {
            throw new IllegalArgumentException("a prefix of %d bits, 8 to 32 are possible".formatted(prefixLength));
        }
        if ((Ipv4.bits(address) & ~Ipv4.mask(prefixLength)) != 0) {
            throw new IllegalArgumentException("%s/%d has bits behind its prefix".formatted(address.getHostAddress(),
                    prefixLength));
        }
    }

    /** @param text such as {@code 10.0.0.0/24} */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'%s' is no network: write it as 10.0.0.0/24".formatted(text));
        }
        return new Network(Ipv4.address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(Inet4Address other) {
        return (Ipv4.bits(other) & Ipv4.mask(prefixLength)) == Ipv4.bits(address);
    }

    /** Whether a host can have it: it is within, and neither the network's own nor its broadcast address. */
    public boolean hasHost(Inet4Address other) {
        return contains(other) && (prefixLength > LONGEST_WITH_BROADCAST
                || !other.equals(address) && !other.equals(broadcast()));
    }

    public Inet4Address mask() {
        return Ipv4.address(Ipv4.mask(prefixLength));
    }

    public Inet4Address broadcast() {
        return Ipv4.address(Ipv4.bits(address) | ~Ipv4.mask(prefixLength));
    }

    boolean overlaps(Network other) {
        return contains(other.address) || other.contains(address);
    }

    @Override
    public String toString() {
        return "%s/%d".formatted(address.getHostAddress(), prefixLength);
    }
}
