package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A DHCPv4 message (RFC 2131 §2).
 *
 * @param op            whether it is to the server or from it
 * @param hardware      of the client ({@code htype}, {@code hlen}, {@code chaddr})
 * @param hops          relays on the way
 * @param transactionId {@code xid}
 * @param seconds       {@code secs}, since the client began, as it says
 * @param flags         all 16; see {@link #broadcast}
 * @param clientAddress {@code ciaddr}, what the client has and answers ARP for; else 0.0.0.0
 * @param yourAddress   {@code yiaddr}, what the client gets
 * @param nextServer    {@code siaddr}, from which it boots
 * @param relay         {@code giaddr}, the relay's address on the client's side; else 0.0.0.0
 * @param serverName    {@code sname}; empty where options are in it
 * @param bootFile      {@code file}; empty where options are in it
 */
public record Message(Op op, HardwareAddress hardware, int hops, int transactionId, int seconds, int flags,
        Inet4Address clientAddress, Inet4Address yourAddress, Inet4Address nextServer, Inet4Address relay,
        String serverName, String bootFile, Options options) {

    /** Direction (RFC 2131 §2). */
    public enum Op {
        REQUEST, REPLY
    }

    /** The client cannot receive unicast before it has an address (RFC 2131 §4.1). */
    public static final int BROADCAST = 0x8000;

    /** Octets of a message that every client takes: a datagram of 576 without its headers (RFC 2131 §2). */
    public static final int EVERY_CLIENT_TAKES = 548;

    private static final int COOKIE = 0x63825363;
    private static final int NAME_LENGTH = 64;
    private static final int FILE_LENGTH = 128;
    private static final int HARDWARE = 28;
    private static final int NAME = HARDWARE + HardwareAddress.LONGEST;
    private static final int FILE = NAME + NAME_LENGTH;
    private static final int OPTIONS = FILE + FILE_LENGTH + Integer.BYTES;

    /** A BOOTP message, which old relays insist on (RFC 1542 §2.1). */
    private static final int SHORTEST = 300;

    public Message {
        if (hops < 0 || hops > 0xFF || seconds < 0 || seconds > 0xFFFF || flags < 0 || flags > 0xFFFF) {
            throw new IllegalArgumentException("hops %d, seconds %d or flags 0x%X do not fit their fields"
                    .formatted(hops, seconds, flags));
        }
        if (serverName.length() >= NAME_LENGTH || bootFile.length() >= FILE_LENGTH) {
            throw new IllegalArgumentException("'%s' or '%s' is longer than 63 or 127 characters"
                    .formatted(serverName, bootFile));
        }
    }

    public Optional<MessageType> type() {
        return options.find(LeaseOption.Kind.class).map(LeaseOption.Kind::type);
    }

    public boolean broadcast() {
        return (flags & BROADCAST) != 0;
    }

    /** An answer to this one with nothing but what every answer repeats (RFC 2131 §4.3.1, table 3). */
    public Message reply(Inet4Address yours, Inet4Address server, String file, Options with) {
        return new Message(Op.REPLY, hardware, 0, transactionId, 0, flags, Ipv4.NONE, yours, server, relay, "", file,
                with);
    }

    /** The same with another {@code ciaddr}. */
    public Message withClientAddress(Inet4Address address) {
        return new Message(op, hardware, hops, transactionId, seconds, flags, address, yourAddress, nextServer, relay,
                serverName, bootFile, options);
    }

    /** The same with other flags. */
    public Message withFlags(int others) {
        return new Message(op, hardware, hops, transactionId, seconds, others, clientAddress, yourAddress, nextServer,
                relay, serverName, bootFile, options);
    }

    public byte[] encode() {
        return encode(0xFFFF);
    }

    /**
     * @param longest octets that it may have; when there is no room for all options, the last ones are left out
     */
    public byte[] encode(int longest) {
        var out = ByteBuffer.allocate(OPTIONS);
        out.put((byte) (op.ordinal() + 1)).put((byte) hardware.type()).put((byte) hardware.octets().length());
        out.put((byte) hops).putInt(transactionId).putShort((short) seconds).putShort((short) flags);
        out.put(clientAddress.getAddress()).put(yourAddress.getAddress()).put(nextServer.getAddress());
        out.put(relay.getAddress()).put(hardware.octets().bytes());
        out.put(NAME, serverName.getBytes(StandardCharsets.ISO_8859_1));
        out.put(FILE, bootFile.getBytes(StandardCharsets.ISO_8859_1));
        out.putInt(OPTIONS - Integer.BYTES, COOKIE);
        var file = out.duplicate().position(bootFile.isEmpty() ? FILE : FILE + FILE_LENGTH).limit(FILE + FILE_LENGTH);
        var name = out.duplicate().position(serverName.isEmpty() ? NAME : FILE).limit(FILE);
        byte[] encoded = OptionFields.encode(options, Math.max(longest, SHORTEST) - OPTIONS, file, name);
        byte[] message = Arrays.copyOf(out.array(), Math.max(SHORTEST, OPTIONS + encoded.length));
        System.arraycopy(encoded, 0, message, OPTIONS, encoded.length);
        return message;
    }

    /** @throws MalformedMessage if this is no DHCP message; it comes from anybody, so this is expected */
    public static Message decode(byte[] datagram, int length) throws MalformedMessage {
        if (length < OPTIONS) {
            throw new MalformedMessage("DHCP message of %d octets, need at least %d".formatted(length, OPTIONS));
        }
        var in = ByteBuffer.wrap(datagram, 0, length);
        int op = in.get() & 0xFF;
        int type = in.get() & 0xFF;
        int hardwareLength = in.get() & 0xFF;
        if (op != 1 && op != 2) {
            throw new MalformedMessage("DHCP message of operation %d, 1 or 2 are known".formatted(op));
        }
        if (hardwareLength > HardwareAddress.LONGEST) {
            throw new MalformedMessage("DHCP message with a hardware address of %d octets, 16 at most"
                    .formatted(hardwareLength));
        }
        if (in.getInt(OPTIONS - Integer.BYTES) != COOKIE) {
            throw new MalformedMessage("BOOTP message without the DHCP cookie 63825363");
        }
        var decoded = OptionFields.decode(in.duplicate().position(OPTIONS),
                in.duplicate().position(FILE).limit(FILE + FILE_LENGTH), in.duplicate().position(NAME).limit(FILE));
        return new Message(op == 1 ? Op.REQUEST : Op.REPLY,
                new HardwareAddress(type, new Octets(Arrays.copyOfRange(datagram, HARDWARE,
                        HARDWARE + hardwareLength))),
                in.get() & 0xFF, in.getInt(), in.getShort() & 0xFFFF, in.getShort() & 0xFFFF,
                Ipv4.at(datagram, 12), Ipv4.at(datagram, 16), Ipv4.at(datagram, 20), Ipv4.at(datagram, 24),
                decoded.name() ? "" : text(datagram, NAME, NAME_LENGTH),
                decoded.file() ? "" : text(datagram, FILE, FILE_LENGTH), decoded.options());
    }

    /** Up to the first zero, or to the last octet but one, where the zero should be. */
    private static String text(byte[] datagram, int from, int field) {
        int length = 0;
        while (length < field - 1 && datagram[from + length] != 0) {
            length++;
        }
        return new String(datagram, from, length, StandardCharsets.ISO_8859_1);
    }
}
