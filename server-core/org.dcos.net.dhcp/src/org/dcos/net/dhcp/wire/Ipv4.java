package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** IPv4 addresses as numbers. */
public final class Ipv4 {

    /** Octets on the wire. */
    public static final int LENGTH = 4;

    public static final Inet4Address NONE = address(0);
    public static final Inet4Address BROADCAST = address(-1);

    private static final int BITS = 32;

    public static Inet4Address address(int bits) {
        return at(new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits}, 0);
    }

    /** @param text such as {@code 10.0.0.1}; names are refused */
    public static Inet4Address address(String text) {
        return Inet4Address.ofLiteral(text);
    }

    static Inet4Address at(byte[] bytes, int offset) {
        try {
            return (Inet4Address) InetAddress.getByAddress(
                    new byte[] {bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for another number of octets
        }
    }

    /** The address as a number, first octet highest. */
    public static int bits(Inet4Address address) {
        byte[] octets = address.getAddress();
        return (octets[0] & 0xFF) << 24 | (octets[1] & 0xFF) << 16 | (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
    }

    public static boolean isNone(Inet4Address address) {
        return address.isAnyLocalAddress();
    }

    /** The mask that leaves so many bits, 0 to 32. */
    public static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << BITS - prefixLength;
    }

    private Ipv4() {}
}
