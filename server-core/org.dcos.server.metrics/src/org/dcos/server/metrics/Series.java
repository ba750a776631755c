package org.dcos.server.metrics;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.dcos.domain.metric.SeriesKey;
import org.dcos.server.metrics.chunk.Chunk;
import org.dcos.server.metrics.chunk.OpenChunk;

/**
 * A series with its newest samples: the open chunk, and closed ones that are not yet in the {@link ChunkStore}.
 * Thread-safe by its own monitor.
 */
final class Series {

    /** No chunk spans more: a chunk is closed where a window of this width ends. */
    static final long WINDOW_MILLIS = Duration.ofHours(2).toMillis();

    /** 2^64 / golden ratio: multiples of it spread evenly. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    final int id;
    final SeriesKey key;
    private final long phase;
    private OpenChunk open;
    private List<Chunk> closed = List.of();
    private long newest = Long.MIN_VALUE;
    private long changes;
    private long savedChanges;
    private int handed;
    private long handedChanges;
    private boolean defined;
    private volatile boolean logged;

    Series(int id, SeriesKey key) {
        this.id = id;
        this.key = key;
        // the windows of different series end at different times, so that not all chunks are closed in the same minute
        phase = Long.remainderUnsigned(id * SPREAD, WINDOW_MILLIS);
    }

    /** A series and its newest chunk as they were saved. */
    static Series restored(int id, SeriesKey key) {
        var series = new Series(id, key);
        series.defined = true;
        series.logged = true;
        return series;
    }

    synchronized void restore(OpenChunk chunk) {
        open = chunk;
        newest = chunk.last();
    }

    /** The open chunk is lost to damage; samples up to this time are not taken again. */
    synchronized void restoreWithout(long from) {
        newest = from;
    }

    /** @return false when the sample is not newer than the newest */
    synchronized boolean add(long at, double value) {
        if (at <= newest && newest != Long.MIN_VALUE) {
            return false;
        }
        if (open == null) {
            open = new OpenChunk(at, value);
        } else if (open.full() || window(at) != window(open.first())) {
            if (closed.isEmpty()) {
                closed = new ArrayList<>(1);
            }
            closed.add(open.packed());
            open = new OpenChunk(at, value);
        } else {
            open.add(at, value);
        }
        newest = at;
        changes++;
        return true;
    }

    private long window(long at) {
        return Math.floorDiv(at + phase, WINDOW_MILLIS);
    }

    synchronized long newest() {
        return newest;
    }

    /** Chunks not yet in the store, oldest first, and the open one as it is now. */
    synchronized List<Chunk> recent() {
        var chunks = new ArrayList<>(closed);
        if (open != null) {
            chunks.add(open.packed());
        }
        return chunks;
    }

    /** Writes what the store does not have yet. @return whether there was anything */
    synchronized boolean saveTo(ChunkStore store) {
        if (open == null || changes == savedChanges) {
            return false;
        }
        if (!defined) {
            store.putSeries(id, describe());
        }
        for (var chunk : closed) {
            store.putClosed(id, chunk);
        }
        store.putOpen(id, open.packed());
        handed = closed.size();
        handedChanges = changes;
        return true;
    }

    /** What {@link #saveTo} wrote is on disk. */
    synchronized void saved() {
        if (handed == closed.size()) {
            closed = List.of();
        } else {
            closed = new ArrayList<>(closed.subList(handed, closed.size()));
        }
        handed = 0;
        savedChanges = handedChanges;
        defined = true;
    }

    /** Whether the log or the store has the key under the id. */
    boolean logged() {
        return logged;
    }

    void markLogged() {
        logged = true;
    }

    private byte[] describe() {
        var out = new Packer(128);
        describe(out);
        return out.toBytes();
    }

    /** Metric, number of labels, names and values. */
    void describe(Packer out) {
        out.text(key.metric());
        out.number(key.labels().size());
        key.labels().forEach((name, value) -> {
            out.text(name);
            out.text(value);
        });
    }

    static SeriesKey readKey(ByteBuffer in) {
        String metric = Packer.text(in);
        var labels = new TreeMap<String, String>();
        for (long left = Packer.number(in); left > 0; left--) {
            String name = Packer.text(in);
            labels.put(name, Packer.text(in));
        }
        return new SeriesKey(metric, labels);
    }
}
