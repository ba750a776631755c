package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dcos.net.ipmi.wire.PackedText;

/** The name at the end of a record: type/length byte and text (IPMI v2.0 r1.1 §43.15 "Type/Length Byte Format"). */
final class IdString {

    static final int LONGEST = 16;

    private static final int LATIN_1 = 0xC0;

    /** Reads what is there: a length that reaches behind the record is cut, because the name is for people only. */
    static String decode(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return "";
        }
        int typeLength = in.get() & 0xFF;
        byte[] bytes = new byte[Math.min(typeLength & 0x1F, in.remaining())];
        in.get(bytes);
        return switch (typeLength >> 6) {
            case 0 -> PackedText.unicode(bytes);
            case 1 -> PackedText.bcdPlus(bytes);
            case 2 -> PackedText.sixBit(bytes);
            default -> PackedText.latin1(bytes);
        };
    }

    /** Always 8-bit; a name longer than 16 characters is cut. */
    static byte[] encode(String name) {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf(text, Math.min(text.length, LONGEST));
        return ByteBuffer.allocate(1 + cut.length).put((byte) (LATIN_1 | cut.length)).put(cut).array();
    }

    private IdString() {}
}
