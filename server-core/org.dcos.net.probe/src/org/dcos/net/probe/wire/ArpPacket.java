package org.dcos.net.probe.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;

/**
 * An ARP packet for IPv4 over Ethernet, without the link's header (RFC 826, "Packet format").
 *
 * @param operation      1 request, 2 reply; others are kept
 * @param senderHardware {@code ar$sha}
 * @param sender         {@code ar$spa}; 0.0.0.0 in a probe (RFC 5227 §1.1)
 * @param targetHardware {@code ar$tha}; zero in a probe (RFC 5227 §2.1.1)
 * @param target         {@code ar$tpa}
 */
public record ArpPacket(int operation, MacAddress senderHardware, Inet4Address sender, MacAddress targetHardware,
        Inet4Address target) {

    /** {@code ares_op$REQUEST} (RFC 826, "Definitions"). */
    public static final int REQUEST = 1;
    /** {@code ares_op$REPLY} (RFC 826, "Definitions"). */
    public static final int REPLY = 2;

    /** Octets; a frame may carry more, as Ethernet pads to 46 octets (RFC 894, "Frame Format"). */
    public static final int LENGTH = 28;

    /** {@code ar$hrd} of Ethernet: 1 (RFC 826, "Definitions"). */
    private static final int ETHERNET = 1;
    /** {@code ar$pro} of IPv4: the Ethernet type 0x0800 (RFC 894). */
    private static final int IPV4 = 0x0800;
    private static final int IPV4_LENGTH = 4;

    /**
     * An ARP probe: a request whose sender address is all zero, so that nobody who hears it puts a wrong entry into his
     * cache (RFC 5227 §2.1.1).
     */
    public static ArpPacket probe(MacAddress own, Inet4Address target) {
        return new ArpPacket(REQUEST, own, Ipv4.address(0), MacAddress.ZERO, target);
    }

    /**
     * Whether this packet says that somebody else uses the address or is about to: it comes from that address, be it a
     * request or a reply, or it is a probe for the same address from other hardware (RFC 5227 §2.1.1).
     */
    public boolean claims(Inet4Address address, MacAddress own) {
        boolean foreignProbe = operation == REQUEST && Ipv4.bits(sender) == 0 && target.equals(address)
                && !senderHardware.equals(own);
        return sender.equals(address) || foreignProbe;
    }

    public byte[] encode() {
        var out = ByteBuffer.allocate(LENGTH);
        out.putShort((short) ETHERNET).putShort((short) IPV4).put((byte) MacAddress.LENGTH).put((byte) IPV4_LENGTH);
        out.putShort((short) operation).put(senderHardware.octets()).put(sender.getAddress());
        out.put(targetHardware.octets()).put(target.getAddress());
        return out.array();
    }

    /**
     * @throws MalformedPacket if the packet is short or is not for IPv4 over Ethernet
     */
    public static ArpPacket decode(byte[] bytes, int end) throws MalformedPacket {
        if (end < LENGTH || end > bytes.length) {
            throw new MalformedPacket("ARP packet of %d bytes, need at least 28".formatted(end));
        }
        var in = ByteBuffer.wrap(bytes);
        int hardware = in.getShort(0) & 0xFFFF;
        int protocol = in.getShort(2) & 0xFFFF;
        if (hardware != ETHERNET || protocol != IPV4 || in.get(4) != MacAddress.LENGTH || in.get(5) != IPV4_LENGTH) {
            throw new MalformedPacket("ARP packet for protocol 0x%04X (%d octets) over hardware %d (%d octets)"
                    .formatted(protocol, in.get(5) & 0xFF, hardware, in.get(4) & 0xFF));
        }
        return new ArpPacket(in.getShort(6) & 0xFFFF, MacAddress.at(bytes, 8), Ipv4.address(in.getInt(14)),
                MacAddress.at(bytes, 18), Ipv4.address(in.getInt(24)));
    }
}
