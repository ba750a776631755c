package org.dcos.server.metrics.chunk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A stretch of one series, packed. On disk: format 1 byte, number of samples 2 bytes, bits as {@link OpenChunk}
 * describes, CRC-32C over the first time and all before it, 4 bytes.
 *
 * @param first time of the first sample, ms since 1970; with the series it is the chunk's key
 * @param bytes not copied, never changed
 */
public record Chunk(long first, byte[] bytes) {

    static final byte FORMAT = 1;
    static final int HEADER = 3;
    static final int TRAILER = Integer.BYTES;

    /** Samples as the header says. */
    public int count() {
        return bytes.length < HEADER + TRAILER ? 0 : (bytes[1] & 0xFF) << Byte.SIZE | bytes[2] & 0xFF;
    }

    /** @throws DamagedChunk when the checksum is wrong or the format is unknown */
    public ChunkReader read() throws DamagedChunk {
        if (bytes.length < HEADER + TRAILER) {
            throw new DamagedChunk("a chunk of %d bytes".formatted(bytes.length));
        }
        int sumAt = bytes.length - TRAILER;
        if (ByteBuffer.wrap(bytes).getInt(sumAt) != checksum(first, bytes, sumAt)) {
            throw new DamagedChunk("a chunk with a wrong checksum");
        }
        if (bytes[0] != FORMAT) {
            throw new DamagedChunk("a chunk of format %d, written by another version".formatted(bytes[0]));
        }
        return new ChunkReader(first, count(), new BitInput(bytes, HEADER, sumAt));
    }

    static int checksum(long first, byte[] bytes, int length) {
        var sum = new CRC32C();
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            sum.update((int) (first >>> shift));
        }
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
