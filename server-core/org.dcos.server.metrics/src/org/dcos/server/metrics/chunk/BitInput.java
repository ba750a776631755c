package org.dcos.server.metrics.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link BitOutput} wrote. Not thread-safe. */
final class BitInput {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Bits that one unaligned read surely holds behind the bits of the byte it begins in. */
    private static final int AT_ONCE = Long.SIZE - Byte.SIZE + 1;

    private final byte[] bytes;
    private final long end;
    private long position;

    BitInput(byte[] source, int from, int to) {
        // with zeros behind the end, so that a read never leaves the array
        bytes = Arrays.copyOfRange(source, from, to + Long.BYTES);
        end = (long) (to - from) * Byte.SIZE;
    }

    /** @param count 1 to 64 */
    long get(int count) throws DamagedChunk {
        if (count > AT_ONCE) {
            return get(count - Integer.SIZE) << Integer.SIZE | get(Integer.SIZE);
        }
        if (position + count > end) {
            throw new DamagedChunk("a chunk ends in the middle of a sample");
        }
        long word = (long) LONGS.get(bytes, (int) (position >>> 3)) << (position & 7);
        position += count;
        return word >>> Long.SIZE - count;
    }

    boolean bit() throws DamagedChunk {
        return get(1) == 1;
    }

    /** How many of the next bits are 1 before a 0, at most {@code most}; the 0 is read too. */
    int ones(int most) throws DamagedChunk {
        int count = 0;
        while (count < most && bit()) {
            count++;
        }
        return count;
    }
}
