package org.dcos.net.ipmi.lan;

import java.util.regex.Pattern;

/**
 * An IPv4 address or mask as parameters carry it, most significant byte first.
 *
 * @param value its 32 bits
 */
public record Ipv4(int value) {

    public static final int LENGTH = 4;
    public static final Ipv4 NONE = new Ipv4(0);

    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /** @throws IllegalArgumentException unless dotted decimal */
    public static Ipv4 of(String text) {
        var matcher = DOTTED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no IPv4 address".formatted(text));
        }
        int value = 0;
        for (int i = 1; i <= LENGTH; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 0xFF) {
                throw new IllegalArgumentException("'%s' is no IPv4 address".formatted(text));
            }
            value = value << 8 | octet;
        }
        return new Ipv4(value);
    }

    /** @param prefixLength 0 to 32 */
    public static Ipv4 mask(int prefixLength) {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("prefix length %d, must be 0 to 32".formatted(prefixLength));
        }
        return new Ipv4(prefixLength == 0 ? 0 : -1 << 32 - prefixLength);
    }

    /** The four bytes at that place; the caller has checked that they are there. */
    public static Ipv4 at(byte[] bytes, int at) {
        return new Ipv4((bytes[at] & 0xFF) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF);
    }

    public byte[] bytes() {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    public boolean isNone() {
        return value == 0;
    }

    /** Of a mask; the number of its ones where it has gaps. */
    public int prefixLength() {
        return Integer.bitCount(value);
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d".formatted(value >>> 24, value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }
}
