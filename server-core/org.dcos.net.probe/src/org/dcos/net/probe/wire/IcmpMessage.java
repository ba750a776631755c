package org.dcos.net.probe.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An ICMP message of IPv4 (RFC 792), as far as one who sends echoes has to tell them apart. */
public sealed interface IcmpMessage {

    /** Type of an echo reply (RFC 792, "Echo or Echo Reply Message"). */
    int ECHO_REPLY = 0;
    /** RFC 792, "Destination Unreachable Message". */
    int UNREACHABLE = 3;
    /** Type of an echo request (RFC 792, "Echo or Echo Reply Message"). */
    int ECHO = 8;
    /** RFC 792, "Time Exceeded Message". */
    int TIME_EXCEEDED = 11;
    /** RFC 792, "Parameter Problem Message". */
    int PARAMETER_PROBLEM = 12;

    /** Octets before the data: type, code, checksum and four that depend on the type. */
    int HEADER_LENGTH = 8;

    /**
     * Echo request or reply (RFC 792, "Echo or Echo Reply Message"): "the identifier and sequence number may be used by
     * the echo sender to aid in matching the replies with the echo requests", and "the data received in the echo
     * message must be returned in the echo reply message".
     *
     * @param reply      type 0, else type 8
     * @param identifier 16 bits
     * @param sequence   16 bits
     */
    record Echo(boolean reply, int identifier, int sequence, byte[] data) implements IcmpMessage {

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

        /** The message with its checksum. */
        public byte[] encode() {
            var out = ByteBuffer.allocate(HEADER_LENGTH + data.length);
            out.put((byte) (reply ? ECHO_REPLY : ECHO)).put((byte) 0).putShort((short) 0);
            out.putShort((short) identifier).putShort((short) sequence).put(data);
            out.putShort(2, (short) InternetChecksum.of(out.array(), 0, out.capacity()));
            return out.array();
        }
    }

    /**
     * What a router or the host says about an echo request that it could not deliver. It quotes "the internet header
     * plus the first 64 bits of the original datagram's data" (RFC 792, "Destination Unreachable Message"), which end
     * with the sequence number of an echo.
     *
     * @param target     where the echo request was to go
     * @param identifier of the echo request
     * @param sequence   of the echo request
     */
    record Undelivered(int type, int code, Inet4Address target, int identifier, int sequence)
            implements IcmpMessage {}

    /** Any other message, among them errors about packets that were no echo requests. */
    record Other(int type, int code) implements IcmpMessage {}

    /**
     * @throws MalformedPacket if the message is short, its checksum is wrong, or it quotes no IPv4 header where it must
     */
    static IcmpMessage decode(byte[] bytes, int offset, int end) throws MalformedPacket {
        if (offset < 0 || end > bytes.length || end - offset < HEADER_LENGTH) {
            throw new MalformedPacket("ICMP message of %d bytes, need at least 8".formatted(end - offset));
        }
        if (InternetChecksum.of(bytes, offset, end) != 0) {
            throw new MalformedPacket("ICMP message with a wrong checksum");
        }
        int type = bytes[offset] & 0xFF;
        int code = bytes[offset + 1] & 0xFF;
        return switch (type) {
            case ECHO, ECHO_REPLY -> new Echo(type == ECHO_REPLY, word(bytes, offset + 4), word(bytes, offset + 6),
                    Arrays.copyOfRange(bytes, offset + HEADER_LENGTH, end));
            case UNREACHABLE, TIME_EXCEEDED, PARAMETER_PROBLEM -> quoted(type, code, bytes, offset + HEADER_LENGTH,
                    end);
            default -> new Other(type, code);
        };
    }

    private static IcmpMessage quoted(int type, int code, byte[] bytes, int offset, int end) throws MalformedPacket {
        var header = Ipv4.decode(bytes, offset, end);
        int data = offset + header.length();
        if (end - data < HEADER_LENGTH) {
            throw new MalformedPacket("ICMP error that quotes %d bytes of data, need 8".formatted(end - data));
        }
        if (header.protocol() != Ipv4.ICMP || bytes[data] != ECHO) {
            return new Other(type, code);
        }
        return new Undelivered(type, code, header.destination(), word(bytes, data + 4), word(bytes, data + 6));
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }
}
