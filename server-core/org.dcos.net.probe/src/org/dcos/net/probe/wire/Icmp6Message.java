package org.dcos.net.probe.wire;

import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An ICMPv6 message (RFC 4443 §2.1), as far as one who sends echoes and solicitations has to tell them apart.
 * The checksum is not looked at, and sent as zero: it covers the addresses of the packet too, and the kernel makes and
 * checks it on every ICMPv6 socket (RFC 3542 §3.1).
 */
public sealed interface Icmp6Message {

    /** RFC 4443 §3.1. */
    int UNREACHABLE = 1;
    /** RFC 4443 §3.3. */
    int TIME_EXCEEDED = 3;
    /** RFC 4443 §3.4. */
    int PARAMETER_PROBLEM = 4;
    /** Type of an echo request (RFC 4443 §4.1). */
    int ECHO = 128;
    /** Type of an echo reply (RFC 4443 §4.2). */
    int ECHO_REPLY = 129;
    /** RFC 4861 §4.3. */
    int NEIGHBOUR_SOLICITATION = 135;
    /** RFC 4861 §4.4. */
    int NEIGHBOUR_ADVERTISEMENT = 136;

    /** Octets before the data: type, code, checksum and four that depend on the type. */
    int HEADER_LENGTH = 8;

    /**
     * Echo request or reply (RFC 4443 §4.1, §4.2).
     *
     * @param reply      type 129, else type 128
     * @param identifier 16 bits
     * @param sequence   16 bits
     */
    record Echo(boolean reply, int identifier, int sequence, byte[] data) implements Icmp6Message {

        public Echo {
            if (identifier >>> 16 != 0 || sequence >>> 16 != 0) {
                throw new IllegalArgumentException("identifier %d, sequence %d: each has 16 bits".formatted(identifier,
                        sequence));
            }
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        public byte[] encode() {
            var out = ByteBuffer.allocate(HEADER_LENGTH + data.length);
            out.put((byte) (reply ? ECHO_REPLY : ECHO)).put((byte) 0).putShort((short) 0);
            return out.putShort((short) identifier).putShort((short) sequence).put(data).array();
        }
    }

    /**
     * Asks who has an address, with the hardware address of who asks (RFC 4861 §4.3): "MUST be included in multicast
     * solicitations".
     */
    record NeighbourSolicitation(Inet6Address target, MacAddress source) implements Icmp6Message {

        public byte[] encode() {
            var out = ByteBuffer.allocate(NEIGHBOUR_LENGTH + OPTION_UNIT);
            out.put((byte) NEIGHBOUR_SOLICITATION).put((byte) 0).putShort((short) 0).putInt(0);
            return out.put(target.getAddress()).put((byte) SOURCE_HARDWARE).put((byte) 1).put(source.octets()).array();
        }
    }

    /**
     * Tells that somebody has an address (RFC 4861 §4.4).
     *
     * @param hardware where it says so
     */
    record NeighbourAdvertisement(Inet6Address target, Optional<MacAddress> hardware) implements Icmp6Message {}

    /**
     * What a router or the host says about an echo request that it could not deliver. It quotes as much of the packet
     * as fits (RFC 4443 §3.1).
     *
     * @param target     where the echo request was to go
     * @param identifier of the echo request
     * @param sequence   of the echo request
     */
    record Undelivered(int type, int code, Inet6Address target, int identifier, int sequence)
            implements Icmp6Message {}

    /** Any other message, among them errors about packets that were no echo requests. */
    record Other(int type, int code) implements Icmp6Message {}

    /** Octets of a neighbour message before its options. */
    int NEIGHBOUR_LENGTH = HEADER_LENGTH + Ipv6.ADDRESS_LENGTH;

    /** Options count their length in these (RFC 4861 §4.6). */
    int OPTION_UNIT = 8;

    /** Option "Source Link-layer Address" (RFC 4861 §4.6.1). */
    int SOURCE_HARDWARE = 1;
    /** Option "Target Link-layer Address" (RFC 4861 §4.6.1). */
    int TARGET_HARDWARE = 2;

    /**
     * @throws MalformedPacket if the message is short, quotes no IPv6 header where it must, or is a neighbour message
     *         that RFC 4861 §7.1 has dropped
     */
    static Icmp6Message decode(byte[] bytes, int offset, int end) throws MalformedPacket {
        if (offset < 0 || end > bytes.length || end - offset < HEADER_LENGTH) {
            throw new MalformedPacket("ICMPv6 message of %d bytes, need at least 8".formatted(end - offset));
        }
        int type = bytes[offset] & 0xFF;
        int code = bytes[offset + 1] & 0xFF;
        return switch (type) {
            case ECHO, ECHO_REPLY -> new Echo(type == ECHO_REPLY, word(bytes, offset + 4), word(bytes, offset + 6),
                    Arrays.copyOfRange(bytes, offset + HEADER_LENGTH, end));
            case UNREACHABLE, TIME_EXCEEDED, PARAMETER_PROBLEM -> quoted(type, code, bytes, offset + HEADER_LENGTH,
                    end);
            case NEIGHBOUR_SOLICITATION -> new NeighbourSolicitation(neighbour(code, bytes, offset, end),
                    hardware(SOURCE_HARDWARE, bytes, offset + NEIGHBOUR_LENGTH, end).orElse(MacAddress.ZERO));
            case NEIGHBOUR_ADVERTISEMENT -> new NeighbourAdvertisement(neighbour(code, bytes, offset, end),
                    hardware(TARGET_HARDWARE, bytes, offset + NEIGHBOUR_LENGTH, end));
            default -> new Other(type, code);
        };
    }

    private static Inet6Address neighbour(int code, byte[] bytes, int offset, int end) throws MalformedPacket {
        if (code != 0 || end - offset < NEIGHBOUR_LENGTH) {
            throw new MalformedPacket("neighbour message of %d bytes and code %d, need at least 24 and code 0"
                    .formatted(end - offset, code));
        }
        Inet6Address target = Ipv6.address(bytes, offset + HEADER_LENGTH);
        if (target.isMulticastAddress()) {
            throw new MalformedPacket("neighbour message about the multicast address " + target.getHostAddress());
        }
        return target;
    }

    private static Optional<MacAddress> hardware(int wanted, byte[] bytes, int from, int end) throws MalformedPacket {
        Optional<MacAddress> found = Optional.empty();
        int at = from;
        while (at < end) {
            int length = end - at < 2 ? 0 : (bytes[at + 1] & 0xFF) * OPTION_UNIT;
            if (length == 0 || length > end - at) {
                throw new MalformedPacket("option of %d bytes in the %d that are left".formatted(length, end - at));
            }
            if (bytes[at] == wanted && length == OPTION_UNIT) {
                found = Optional.of(MacAddress.at(bytes, at + 2));
            }
            at += length;
        }
        return found;
    }

    private static Icmp6Message quoted(int type, int code, byte[] bytes, int offset, int end) throws MalformedPacket {
        var header = Ipv6.decode(bytes, offset, end);
        int data = offset + Ipv6.LENGTH;
        if (header.nextHeader() != Ipv6.ICMP || end - data < HEADER_LENGTH || (bytes[data] & 0xFF) != ECHO) {
            return new Other(type, code);
        }
        return new Undelivered(type, code, header.destination(), word(bytes, data + 4), word(bytes, data + 6));
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }
}
