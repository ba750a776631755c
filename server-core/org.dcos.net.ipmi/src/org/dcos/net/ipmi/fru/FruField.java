package org.dcos.net.ipmi.fru;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.dcos.net.ipmi.wire.PackedText;

/**
 * One field of an area: type/length byte and data (Platform Management FRU Information Storage Definition v1.0 §13).
 */
final class FruField {

    /** "No more fields": type 8-bit text with length 1, which is therefore not possible as a field (§13). */
    static final int END = 0xC1;

    /** Language codes that mean English: 8-bit text is then ASCII and Latin 1, else 16-bit Unicode (§13, §15). */
    static final int ENGLISH = 0;
    private static final int ENGLISH_TOO = 25;

    static final int LONGEST = 0x3F;

    private static final int BINARY = 0;
    private static final int BCD_PLUS = 1;
    private static final int SIX_BIT = 2;

    /** The caller has checked that the length fits; binary data becomes hexadecimal digits. */
    static String decode(int typeLength, ByteBuffer in, int language) {
        byte[] bytes = new byte[typeLength & LONGEST];
        in.get(bytes);
        return switch (typeLength >> 6) {
            case BINARY -> HexFormat.of().formatHex(bytes);
            case BCD_PLUS -> PackedText.bcdPlus(bytes);
            case SIX_BIT -> PackedText.sixBit(bytes);
            default -> language == ENGLISH || language == ENGLISH_TOO ? PackedText.latin1(bytes)
                    : PackedText.unicode(bytes);
        };
    }

    /** 8-bit text; cut to 63 bytes, and a single character is padded because its length byte would mean "end". */
    static void encode(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf(bytes, bytes.length == 1 ? 2 : Math.min(bytes.length, LONGEST));
        if (bytes.length == 1) {
            cut[1] = ' ';
        }
        out.write(0xC0 | cut.length);
        out.writeBytes(cut);
    }

    private FruField() {}
}
