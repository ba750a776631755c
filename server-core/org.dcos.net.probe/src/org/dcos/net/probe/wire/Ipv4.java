package org.dcos.net.probe.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The header of an IPv4 packet, as far as it is needed to find what it carries (RFC 791 §3.1).
 *
 * @param length      octets of the header with its options, 20 to 60
 * @param totalLength octets of header and data as the sender counted them; more than came when the packet is cut
 * @param protocol    what follows (IANA "Protocol Numbers"): 1 is ICMP
 */
public record Ipv4(int length, int totalLength, int protocol, Inet4Address source, Inet4Address destination) {

    /** Octets of a header without options. */
    public static final int LEAST_LENGTH = 20;

    /** Internet Control Message Protocol (RFC 792, "Message Formats"). */
    public static final int ICMP = 1;

    private static final int VERSION = 4;
    private static final int WORD = 4;

    /**
     * Reads the header at the offset. Data behind it may be missing, as in what an ICMP error quotes.
     *
     * @throws MalformedPacket if the header is cut or is not one of version 4
     */
    public static Ipv4 decode(byte[] bytes, int offset, int end) throws MalformedPacket {
        if (offset < 0 || end > bytes.length || end - offset < LEAST_LENGTH) {
            throw new MalformedPacket("IPv4 header of %d bytes, need at least 20".formatted(end - offset));
        }
        int version = (bytes[offset] & 0xF0) >> 4;
        int length = (bytes[offset] & 0x0F) * WORD;
        if (version != VERSION || length < LEAST_LENGTH || length > end - offset) {
            throw new MalformedPacket("IP version %d with a header of %d bytes in %d".formatted(version, length,
                    end - offset));
        }
        var fields = ByteBuffer.wrap(bytes);
        return new Ipv4(length, fields.getShort(offset + 2) & 0xFFFF, fields.get(offset + 9) & 0xFF,
                address(fields.getInt(offset + 12)), address(fields.getInt(offset + 16)));
    }

    /** @param bits first octet highest */
    public static Inet4Address address(int bits) {
        try {
            return (Inet4Address) InetAddress.getByAddress(ByteBuffer.allocate(WORD).putInt(bits).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an IPv4 address", e);
        }
    }

    /** The address as a number, first octet highest. */
    public static int bits(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }
}
