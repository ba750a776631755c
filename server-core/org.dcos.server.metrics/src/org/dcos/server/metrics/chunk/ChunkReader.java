package org.dcos.server.metrics.chunk;

import java.util.Arrays;

/** Goes through the samples of a chunk, in the format that {@link OpenChunk} describes. Not thread-safe. */
public final class ChunkReader {

    private final BitInput in;
    private final long[] recent = new long[OpenChunk.RECENT];
    private int written;
    private int left;
    private boolean begun;
    private long at;
    private long delta;
    private long bits;
    private int leading = -1;
    private int trailing;

    ChunkReader(long first, int count, BitInput in) {
        this.in = in;
        at = first;
        left = count;
    }

    /** Moves to the next sample. @return false at the end */
    public boolean next() throws DamagedChunk {
        if (left == 0) {
            return false;
        }
        left--;
        if (begun) {
            readTime();
            readValue();
        } else {
            begun = true;
            bits = in.get(Long.SIZE);
            Arrays.fill(recent, bits);
            written = 1;
        }
        return true;
    }

    /** Time of the sample, ms since 1970. */
    public long at() {
        return at;
    }

    public double value() {
        return Double.longBitsToDouble(bits);
    }

    private void readTime() throws DamagedChunk {
        int size = in.ones(OpenChunk.TIME_BITS.length - 1);
        if (size > 0) {
            int width = OpenChunk.TIME_BITS[size];
            int unused = Long.SIZE - width;
            delta += in.get(width) << unused >> unused;
        }
        at += delta;
    }

    private void readValue() throws DamagedChunk {
        switch (in.ones(3)) {
            case 0 -> {
                return;
            }
            case 1 -> {
                bits = recent[(int) in.get(OpenChunk.RECENT_BITS)];
                return;
            }
            case 2 -> {
                if (leading < 0) {
                    throw new DamagedChunk("a chunk that uses a window it never told");
                }
            }
            default -> {
                leading = (int) in.get(OpenChunk.LEADING_BITS);
                trailing = Long.SIZE - leading - 1 - (int) in.get(OpenChunk.LENGTH_BITS);
                if (trailing < 0) {
                    throw new DamagedChunk("a chunk with a window of more than 64 bits");
                }
            }
        }
        bits ^= in.get(Long.SIZE - leading - trailing) << trailing;
        recent[written++ % OpenChunk.RECENT] = bits;
    }
}
