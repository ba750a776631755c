package org.dcos.server.metrics.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits written one after the other, the most significant first. Not thread-safe. */
final class BitOutput {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FIRST_CAPACITY = 32;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    /** Bits not yet in {@code bytes}, at the top. */
    private long gathered;
    private int room = Long.SIZE;

    /** @param count how many of the low bits of {@code bits}, 1 to 64 */
    void put(long bits, int count) {
        long value = count == Long.SIZE ? bits : bits & (1L << count) - 1;
        if (count < room) {
            room -= count;
            gathered |= value << room;
            return;
        }
        int rest = count - room;
        gathered |= value >>> rest;
        flush();
        room = Long.SIZE - rest;
        gathered = rest == 0 ? 0 : value << room;
    }

    private void flush() {
        if (length + Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + Math.max(bytes.length / 2, Long.BYTES));
        }
        LONGS.set(bytes, length, gathered);
        length += Long.BYTES;
    }

    /** Bytes needed for what was put. */
    int size() {
        return length + (Long.SIZE - room + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Copies all that was put into the array; unused bits at the end are 0. */
    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, length);
        int at = offset + length;
        for (int shift = Long.SIZE - Byte.SIZE; at < offset + size(); shift -= Byte.SIZE) {
            target[at++] = (byte) (gathered >>> shift);
        }
    }

    /** Bytes of memory held. */
    int held() {
        return bytes.length;
    }
}
