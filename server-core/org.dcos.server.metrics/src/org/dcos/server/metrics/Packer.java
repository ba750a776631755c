package org.dcos.server.metrics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts written one after the other into an array that grows. Not thread-safe. */
final class Packer {

    private byte[] bytes;
    private int length;

    Packer(int capacity) {
        bytes = new byte[capacity];
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** 7 bits a byte, the lowest first; the top bit says that more follow. */
    void number(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Small for numbers near zero, on either side. */
    void signed(long number) {
        number(number << 1 ^ number >> Long.SIZE - 1);
    }

    void eightBytes(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was written, without a copy. */
    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    static long signed(ByteBuffer in) {
        long number = number(in);
        return number >>> 1 ^ -(number & 1);
    }

    static String text(ByteBuffer in) {
        var utf8 = new byte[(int) Math.min(number(in), in.remaining())];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
