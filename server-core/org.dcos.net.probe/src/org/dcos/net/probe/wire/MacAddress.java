package org.dcos.net.probe.wire;

import java.util.HexFormat;

/**
 * A 48-bit hardware address of Ethernet (IEEE 802-2014 §8.2).
 *
 * @param bits the address in the lower 48 bits, first octet highest
 */
public record MacAddress(long bits) {

    /** Octets on the wire. */
    public static final int LENGTH = 6;

    public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);
    public static final MacAddress ZERO = new MacAddress(0);

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("0x%X does not fit 48 bits".formatted(bits));
        }
    }

    public static MacAddress of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("a hardware address of %d octets, need 6".formatted(octets.length));
        }
        return at(octets, 0);
    }

    static MacAddress at(byte[] bytes, int offset) {
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits = bits << 8 | bytes[offset + i] & 0xFF;
        }
        return new MacAddress(bits);
    }

    public byte[] octets() {
        var octets = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            octets[i] = (byte) (bits >>> 8 * (LENGTH - 1 - i));
        }
        return octets;
    }

    /** As usual in writing: {@code 02:42:ac:11:00:02}. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(octets());
    }
}
