package org.dcos.net.dhcp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Octets as a value: equal where all octets are. They are keys that anybody on the network chooses, so they are spread
 * well, and ordered for the case that somebody makes them collide.
 */
public record Octets(byte[] bytes) implements Comparable<Octets> {

    // FNV-1a, 32 bits
    private static final int BASIS = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    public static final Octets NONE = new Octets(new byte[0]);

    public Octets {
        bytes = bytes.clone();
    }

    public static Octets of(int... octets) {
        var bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new Octets(bytes);
    }

    /** One octet for each character, as NVT ASCII is sent. */
    public static Octets of(String text) {
        return new Octets(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** The octet there, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** All of them, each 0 to 255. */
    public IntStream values() {
        return IntStream.range(0, bytes.length).map(this::at);
    }

    /** Each octet as a character, without the zeros at the end (RFC 2132 §2). */
    public String text() {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        int hash = BASIS;
        for (byte octet : bytes) {
            hash = (hash ^ octet & 0xFF) * PRIME;
        }
        return hash;
    }

    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** As usual in writing: {@code 02:42:ac:11:00:02}. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
