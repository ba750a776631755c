package org.dcos.net.ipmi.wire;

import java.nio.charset.StandardCharsets;

/**
 * The packed text encodings that SDR names and FRU fields share (IPMI v2.0 r1.1 §43.15; Platform Management FRU
 * Information Storage Definition v1.0 §13). Text comes from the network: control characters become {@code '.'}.
 */
public final class PackedText {

    /** BCD plus: digits, then space, dash, period and three reserved values (§13.1 of the FRU definition). */
    private static final String BCD_PLUS = "0123456789 -.???";

    private static final int SIX_BIT_BASE = 0x20;

    /** 8-bit ASCII and Latin 1; text ends at the first NUL. */
    public static String latin1(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return clean(new String(bytes, 0, end, StandardCharsets.ISO_8859_1)).strip();
    }

    /** 16-bit Unicode, least significant byte first (FRU fields in a language other than English). */
    public static String unicode(byte[] bytes) {
        return clean(new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE)).strip();
    }

    /** Two characters per byte, the high nibble first. */
    public static String bcdPlus(byte[] bytes) {
        var text = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            text.append(BCD_PLUS.charAt((b & 0xF0) >> 4)).append(BCD_PLUS.charAt(b & 0x0F));
        }
        return text.toString().strip();
    }

    /** Four characters in three bytes, least significant bits first, characters 20h to 5Fh. */
    public static String sixBit(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 4 / 3 + 1);
        for (int bit = 0; bit + 6 <= 8 * bytes.length; bit += 6) {
            int at = bit / 8;
            int pair = bytes[at] & 0xFF | (at + 1 < bytes.length ? (bytes[at + 1] & 0xFF) << 8 : 0);
            text.append((char) (SIX_BIT_BASE + (pair >> bit % 8 & 0x3F)));
        }
        return text.toString().strip();
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.chars().forEach(c -> clean.append(Character.isISOControl(c) ? '.' : (char) c));
        return clean.toString();
    }

    private PackedText() {}
}
