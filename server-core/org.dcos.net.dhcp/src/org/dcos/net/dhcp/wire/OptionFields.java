package org.dcos.net.dhcp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Options in the fields of a message that may hold them: the field of options, and, where option 52 says so, file and
 * sname (RFC 2132 §9.3). What is longer than 255 octets is in parts under the same code (RFC 3396), which are one
 * option when put together in the order options, file, sname.
 */
final class OptionFields {

    private static final int PAD = 0;
    private static final int OVERLOAD = 52;
    private static final int END = 255;
    private static final int LONGEST_PART = 255;

    /** Octets of option 52 and of the end. */
    private static final int OVERLOAD_LENGTH = 3;

    // RFC 2132 §9.3
    private static final int IN_FILE = 1;
    private static final int IN_NAME = 2;

    private final Map<Integer, ByteArrayOutputStream> parts = new LinkedHashMap<>();

    private OptionFields() {}

    /** What was found, and which of the other two fields held options. */
    record Decoded(Options options, boolean file, boolean name) {}

    /**
     * @param file where the field is in the message
     * @param name where the field is in the message
     */
    static Decoded decode(ByteBuffer options, ByteBuffer file, ByteBuffer name) throws MalformedMessage {
        var fields = new OptionFields();
        fields.read(options, "options");
        int overload = 0;
        if (fields.parts.remove(OVERLOAD) instanceof ByteArrayOutputStream told) {
            if (told.size() != 1 || told.toByteArray()[0] < IN_FILE || told.toByteArray()[0] > (IN_FILE | IN_NAME)) {
                throw new MalformedMessage("DHCP message with an option 52 that is not 1, 2 or 3");
            }
            overload = told.toByteArray()[0];
        }
        if ((overload & IN_FILE) != 0) {
            fields.read(file, "file");
        }
        if ((overload & IN_NAME) != 0) {
            fields.read(name, "sname");
        }
        fields.parts.remove(OVERLOAD); // has a meaning in the field of options only
        var found = new ArrayList<DhcpOption>(fields.parts.size());
        fields.parts.forEach((code, octets) -> found.add(DhcpOption.of(code, octets.toByteArray())));
        return new Decoded(new Options(found), (overload & IN_FILE) != 0, (overload & IN_NAME) != 0);
    }

    private void read(ByteBuffer in, String field) throws MalformedMessage {
        while (in.hasRemaining()) {
            int code = in.get() & 0xFF;
            if (code == END) {
                return;
            }
            if (code == PAD) {
                continue;
            }
            int length = in.hasRemaining() ? in.get() & 0xFF : LONGEST_PART;
            if (length > in.remaining()) {
                throw new MalformedMessage("DHCP message whose option %d goes beyond the field %s"
                        .formatted(code, field));
            }
            var part = new byte[length];
            in.get(part);
            parts.computeIfAbsent(code, _ -> new ByteArrayOutputStream(length)).writeBytes(part);
        }
    }

    /**
     * Writes the options into the field of options and, when that is full, into file and sname, each where it fits as a
     * whole; what fits nowhere is left out, so the first should be those that matter most. The relay's comes last
     * (RFC 3046 §2.1), and room is kept for it where it can be; else the message goes without (§2.2).
     *
     * @param room octets that the field of options may have
     */
    static byte[] encode(Options options, int room, ByteBuffer file, ByteBuffer name) {
        var ordered = new ArrayList<DhcpOption>(options.all());
        int needed = 0;
        int reserved = 1;
        for (var option : options.all()) {
            int length = length(option.payload());
            if (option instanceof LeaseOption.RelayAgent) {
                ordered.remove(option);
                if (OVERLOAD_LENGTH + length + 1 > room) {
                    continue;
                }
                ordered.addLast(option);
                reserved += length;
            }
            needed += length;
        }
        var out = ByteBuffer.allocate(Math.max(Math.min(room, needed + 1), OVERLOAD_LENGTH + reserved));
        if (needed + 1 <= room) {
            ordered.forEach(it -> put(it, out));
        } else {
            overload(ordered, out, reserved, file, name);
        }
        out.put((byte) END);
        var encoded = new byte[out.position()];
        out.flip().get(encoded);
        return encoded;
    }

    private static void overload(List<DhcpOption> options, ByteBuffer out, int reserved, ByteBuffer file,
            ByteBuffer name) {
        int used = 0;
        int mark = out.position();
        out.put((byte) OVERLOAD).put((byte) 1).put((byte) 0);
        for (var option : options) {
            int length = length(option.payload());
            if (option instanceof LeaseOption.RelayAgent || length <= out.remaining() - reserved) {
                put(option, out);
            } else if (length < file.remaining()) {
                put(option, file);
                used |= IN_FILE;
            } else if (length < name.remaining()) {
                put(option, name);
                used |= IN_NAME;
            }
        }
        out.put(mark + 2, (byte) used);
        if (used == 0) { // none was left that would fit: without the option there is room for another meaning of theirs
            var rest = new byte[out.position() - mark - OVERLOAD_LENGTH];
            out.get(mark + OVERLOAD_LENGTH, rest);
            out.position(mark).put(rest);
        }
        if ((used & IN_FILE) != 0) {
            file.put((byte) END);
        }
        if ((used & IN_NAME) != 0) {
            name.put((byte) END);
        }
    }

    private static int length(byte[] payload) {
        int parts = Math.max(1, (payload.length + LONGEST_PART - 1) / LONGEST_PART);
        return payload.length + 2 * parts;
    }

    private static void put(DhcpOption option, ByteBuffer out) {
        byte[] payload = option.payload();
        int at = 0;
        do {
            int length = Math.min(LONGEST_PART, payload.length - at);
            out.put((byte) option.code()).put((byte) length).put(payload, at, length);
            at += length;
        } while (at < payload.length);
    }
}
