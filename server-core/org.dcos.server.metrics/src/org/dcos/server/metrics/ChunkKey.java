package org.dcos.server.metrics;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Where a chunk is kept. @param first time of its first sample, ms since 1970 */
record ChunkKey(int series, long first) implements Comparable<ChunkKey> {

    @Override
    public int compareTo(ChunkKey other) {
        int bySeries = Integer.compare(series, other.series);
        return bySeries != 0 ? bySeries : Long.compare(first, other.first);
    }

    /** How MVStore writes and orders keys. */
    static final class Type extends BasicDataType<ChunkKey> {

        static final Type INSTANCE = new Type();

        private static final int BYTES_IN_MEMORY = 32;

        @Override
        public int getMemory(ChunkKey key) {
            return BYTES_IN_MEMORY;
        }

        @Override
        public int compare(ChunkKey a, ChunkKey b) {
            return a.compareTo(b);
        }

        @Override
        public void write(WriteBuffer out, ChunkKey key) {
            out.putVarInt(key.series).putVarLong(key.first);
        }

        @Override
        public ChunkKey read(ByteBuffer in) {
            return new ChunkKey(DataUtils.readVarInt(in), DataUtils.readVarLong(in));
        }

        @Override
        public ChunkKey[] createStorage(int size) {
            return new ChunkKey[size];
        }
    }
}
