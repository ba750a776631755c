package org.dcos.server.metrics.chunk;

import java.nio.ByteBuffer;
import java.util.Arrays;

/*
 * The idea is Gorilla's (T. Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database", VLDB 2015,
 * §4.1): samples come at nearly even times, so the difference of differences of times is small; and neighbouring values
 * are alike, so their XOR is mostly zeros.
 *
 * Time, in milliseconds: the first is the chunk's key. Of each later one the difference d to the difference before:
 *   0                        d = 0
 *   10     7 bits            -64 to 63
 *   110    10 bits           -512 to 511
 *   1110   14 bits           -8192 to 8191
 *   11110  20 bits           -524288 to 524287
 *   11111  64 bits           any
 *
 * Value, as the 64 bits of the double (so NaN and infinities come back bit for bit): the first as it is. Each later:
 *   0                        the same as before
 *   10     3 bits            one of the 8 values last written in full: a BMC's sensor has 256 values at most and moves
 *                            to and fro among a few, where XOR alone would write 50 bits each time. (The same thought
 *                            as P. Liakos et al., "Chimp", VLDB 2022, §5: look further back than one value.)
 *   110    n bits            XOR with the value before, the bits within the window last told
 *   111    5 + 6 + n bits    leading zeros, n - 1, and the bits of a new window
 */
/** A chunk that still grows. Not thread-safe. */
public final class OpenChunk {

    /** A chunk that grows is full with so many samples: 4 hours at one a minute. */
    public static final int MAX_SAMPLES = 240;
    /** Most samples of a chunk, of a packed day: one a minute. */
    public static final int LONGEST = 1_440;

    static final int[] TIME_BITS = {0, 7, 10, 14, 20, Long.SIZE};
    static final int RECENT = 8;
    static final int RECENT_BITS = 3;
    static final int LEADING_BITS = 5;
    static final int LENGTH_BITS = 6;
    static final int MOST_LEADING = (1 << LEADING_BITS) - 1;

    private final long first;
    private final BitOutput out = new BitOutput();
    private final long[] recent = new long[RECENT];
    private int written;
    private int count;
    private long last;
    private long delta;
    private long bits;
    private int leading = -1;
    private int trailing;

    public OpenChunk(long first, double value) {
        this.first = first;
        last = first;
        bits = Double.doubleToRawLongBits(value);
        Arrays.fill(recent, bits);
        written = 1;
        count = 1;
        out.put(bits, Long.SIZE);
    }

    /** Goes on with a chunk that was closed or saved. */
    public static OpenChunk of(Chunk chunk) throws DamagedChunk {
        var reader = chunk.read();
        if (!reader.next()) {
            throw new DamagedChunk("a chunk without samples");
        }
        var open = new OpenChunk(reader.at(), reader.value());
        while (reader.next()) {
            open.add(reader.at(), reader.value());
        }
        return open;
    }

    /** @throws IllegalArgumentException when the sample is not newer than the last one, or the chunk has the most */
    public void add(long at, double value) {
        if (at <= last || count == LONGEST) {
            throw new IllegalArgumentException("a sample at %d after %d in a chunk of %d".formatted(at, last, count));
        }
        addTime(at);
        long next = Double.doubleToRawLongBits(value);
        if (next == bits) {
            out.put(0, 1);
        } else {
            addOther(next);
            bits = next;
        }
        count++;
    }

    private void addTime(long at) {
        long newDelta = at - last;
        long change = newDelta - delta;
        last = at;
        delta = newDelta;
        if (change == 0) {
            out.put(0, 1);
            return;
        }
        int size = 1;
        while (size < TIME_BITS.length - 1 && !fits(change, TIME_BITS[size])) {
            size++;
        }
        if (size == TIME_BITS.length - 1) {
            out.put(-1, size);
        } else {
            out.put(-2, size + 1); // as many ones as the size says, then a zero
        }
        out.put(change, TIME_BITS[size]);
    }

    private static boolean fits(long number, int size) {
        return number >> size - 1 == number >> Long.SIZE - 1;
    }

    private void addOther(long next) {
        for (int i = 0; i < RECENT; i++) {
            if (recent[i] == next) {
                out.put(0b10 << RECENT_BITS | i, 2 + RECENT_BITS);
                return;
            }
        }
        long xor = bits ^ next;
        int zerosBefore = Math.min(Long.numberOfLeadingZeros(xor), MOST_LEADING);
        int zerosAfter = Long.numberOfTrailingZeros(xor);
        if (leading >= 0 && zerosBefore >= leading && zerosAfter >= trailing) {
            out.put(0b110, 3);
        } else {
            leading = zerosBefore;
            trailing = zerosAfter;
            out.put(0b111, 3);
            out.put(leading, LEADING_BITS);
            out.put(Long.SIZE - leading - trailing - 1L, LENGTH_BITS);
        }
        out.put(xor >>> trailing, Long.SIZE - leading - trailing);
        recent[written++ % RECENT] = next;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public int count() {
        return count;
    }

    public boolean full() {
        return count >= MAX_SAMPLES;
    }

    /** Bytes of memory held, roughly. */
    public int held() {
        return out.held() + (RECENT + 12) * Long.BYTES;
    }

    /** The samples so far; later ones do not change it. */
    public Chunk packed() {
        int sumAt = Chunk.HEADER + out.size();
        var bytes = new byte[sumAt + Chunk.TRAILER];
        bytes[0] = Chunk.FORMAT;
        bytes[1] = (byte) (count >>> Byte.SIZE);
        bytes[2] = (byte) count;
        out.copyTo(bytes, Chunk.HEADER);
        ByteBuffer.wrap(bytes).putInt(sumAt, Chunk.checksum(first, bytes, sumAt));
        return new Chunk(first, bytes);
    }
}
