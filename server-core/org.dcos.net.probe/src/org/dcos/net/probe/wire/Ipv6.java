package org.dcos.net.probe.wire;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The header of an IPv6 packet, as far as it is needed to find what it carries (RFC 8200 §3).
 *
 * @param nextHeader what follows (IANA "Protocol Numbers"): 58 is ICMPv6; extension headers are not followed
 */
public record Ipv6(int nextHeader, Inet6Address source, Inet6Address destination) {

    /** Octets of the header. */
    public static final int LENGTH = 40;

    /** Octets of an address. */
    public static final int ADDRESS_LENGTH = 16;

    /** Internet Control Message Protocol for IPv6 (RFC 4443 §1). */
    public static final int ICMP = 58;

    private static final int VERSION = 6;

    /** Octets at the end of an address that its solicited-node address ends with too. */
    private static final int SOLICITED_OCTETS = 3;

    /**
     * Reads the header at the offset. Data behind it may be missing, as in what an ICMPv6 error quotes.
     *
     * @throws MalformedPacket if the header is cut or is not one of version 6
     */
    public static Ipv6 decode(byte[] bytes, int offset, int end) throws MalformedPacket {
        if (offset < 0 || end > bytes.length || end - offset < LENGTH) {
            throw new MalformedPacket("IPv6 header of %d bytes, need 40".formatted(end - offset));
        }
        int version = (bytes[offset] & 0xF0) >> 4;
        if (version != VERSION) {
            throw new MalformedPacket("IP version %d where 6 is due".formatted(version));
        }
        return new Ipv6(bytes[offset + 6] & 0xFF, address(bytes, offset + 8), address(bytes, offset + 24));
    }

    /** The address whose octets begin at the offset; without a zone. */
    public static Inet6Address address(byte[] bytes, int offset) {
        try {
            return Inet6Address.getByAddress("", Arrays.copyOfRange(bytes, offset, offset + ADDRESS_LENGTH), -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 octets are an IPv6 address", e);
        }
    }

    /** The multicast address that every host with the address listens to: ff02::1:ff00:0/104 (RFC 4291 §2.7.1). */
    public static Inet6Address solicitedNode(Inet6Address address) {
        byte[] octets = {(byte) 0xFF, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0xFF, 0, 0, 0};
        System.arraycopy(address.getAddress(), ADDRESS_LENGTH - SOLICITED_OCTETS, octets,
                ADDRESS_LENGTH - SOLICITED_OCTETS, SOLICITED_OCTETS);
        return address(octets, 0);
    }
}
