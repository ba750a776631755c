package org.dcos.server.metrics;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.dcos.server.metrics.chunk.Chunk;
import org.dcos.server.metrics.chunk.DamagedChunk;
import org.dcos.server.metrics.chunk.OpenChunk;

/**
 * Joins the chunks of each series into fewer and longer ones: what a chunk costs beside its samples, and what the codec
 * has to learn anew in each, is then spread over many. A damaged chunk is passed on as it is, for reading tells of it.
 * Not thread-safe.
 */
final class ChunkJoiner {

    private final BiConsumer<ChunkKey, byte[]> joined;
    private final long[] times = new long[OpenChunk.LONGEST];
    private final double[] values = new double[OpenChunk.LONGEST];
    private int series;
    private Optional<OpenChunk> open = Optional.empty();

    /** @param joined is given the new chunks in the order of their keys */
    ChunkJoiner(BiConsumer<ChunkKey, byte[]> joined) {
        this.joined = joined;
    }

    /** Takes chunks in the order of their keys. */
    void add(ChunkKey key, byte[] bytes) {
        int count;
        try {
            count = decode(new Chunk(key.first(), bytes));
        } catch (DamagedChunk _) {
            end();
            joined.accept(key, bytes);
            return;
        }
        if (series != key.series() || open.isPresent() && open.get().last() >= key.first()) {
            end();
        }
        series = key.series();
        for (int i = 0; i < count; i++) {
            add(times[i], values[i]);
        }
    }

    private int decode(Chunk chunk) throws DamagedChunk {
        int count = 0;
        for (var reader = chunk.read(); reader.next(); count++) {
            if (count == times.length) {
                throw new DamagedChunk("a chunk of more than %d samples".formatted(count));
            }
            times[count] = reader.at();
            values[count] = reader.value();
        }
        return count;
    }

    private void add(long at, double value) {
        if (open.isPresent() && open.get().count() == OpenChunk.LONGEST) {
            end();
        }
        if (open.isPresent()) {
            open.get().add(at, value);
        } else {
            open = Optional.of(new OpenChunk(at, value));
        }
    }

    /** Passes on what is in hand. */
    void end() {
        open.map(OpenChunk::packed)
                .ifPresent(chunk -> joined.accept(new ChunkKey(series, chunk.first()), chunk.bytes()));
        open = Optional.empty();
    }
}
