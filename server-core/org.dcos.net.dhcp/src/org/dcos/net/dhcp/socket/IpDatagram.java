package org.dcos.net.dhcp.socket;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.dcos.net.dhcp.wire.Ipv4;

/** A UDP datagram with its IPv4 header (RFC 791, RFC 768), never in fragments. */
public record IpDatagram(Inet4Address source, int sourcePort, Inet4Address target, int targetPort, byte[] data) {

    private static final int UDP = 17;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TIME_TO_LIVE = 64;

    /** More fragments, or the offset of one (RFC 791 §3.1). */
    private static final int FRAGMENT = 0x3FFF;

    public IpDatagram {
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    byte[] encode() {
        int length = IP_HEADER + UDP_HEADER + data.length;
        var out = ByteBuffer.allocate(length);
        out.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        out.put((byte) TIME_TO_LIVE).put((byte) UDP).putShort((short) 0);
        out.put(source.getAddress()).put(target.getAddress());
        out.putShort(10, (short) ~sum(out.array(), 0, IP_HEADER, 0));
        out.putShort((short) sourcePort).putShort((short) targetPort).putShort((short) (UDP_HEADER + data.length));
        out.putShort((short) 0).put(data);
        int pseudo = sum(out.array(), 12, IP_HEADER, UDP + UDP_HEADER + data.length);
        int checksum = ~sum(out.array(), IP_HEADER, length, pseudo) & 0xFFFF;
        out.putShort(IP_HEADER + 6, (short) (checksum == 0 ? 0xFFFF : checksum)); // 0 would mean none
        return out.array();
    }

    /** Empty where the octets are no whole datagram of UDP. Its checksum is not looked at: the sender's card may. */
    static Optional<IpDatagram> decode(byte[] octets, int length) {
        if (length < IP_HEADER + UDP_HEADER || octets[0] >> 4 != 4 || octets[9] != UDP) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(octets, 0, length);
        int header = (octets[0] & 0x0F) * Integer.BYTES;
        int total = in.getShort(2) & 0xFFFF;
        if (header < IP_HEADER || total > length || header + UDP_HEADER > total || (in.getShort(6) & FRAGMENT) != 0) {
            return Optional.empty();
        }
        int udp = in.getShort(header + 4) & 0xFFFF;
        if (udp < UDP_HEADER || header + udp > total) {
            return Optional.empty();
        }
        return Optional.of(new IpDatagram(Ipv4.address(in.getInt(12)), in.getShort(header) & 0xFFFF,
                Ipv4.address(in.getInt(16)), in.getShort(header + 2) & 0xFFFF,
                Arrays.copyOfRange(octets, header + UDP_HEADER, header + udp)));
    }

    /** The ones' complement sum of 16-bit words (RFC 1071). */
    private static int sum(byte[] octets, int from, int to, int start) {
        int sum = start;
        for (int i = from; i < to; i += 2) {
            sum += (octets[i] & 0xFF) << 8 | (i + 1 < to ? octets[i + 1] & 0xFF : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum;
    }
}
