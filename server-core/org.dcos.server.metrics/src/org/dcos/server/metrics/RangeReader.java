package org.dcos.server.metrics;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesRange.Point;
import org.dcos.domain.problem.Invalid;
import org.dcos.server.metrics.chunk.Chunk;
import org.dcos.server.metrics.chunk.DamagedChunk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads stretches of series from the newest samples in memory and the chunks on disk. One query's worth; not
 * thread-safe.
 */
final class RangeReader {

    /** Raw samples in one answer over all series: about 100 MB. */
    static final int MOST_RAW = 2_000_000;

    /** Times beyond are taken as these; far enough from the ends of a long to calculate with. */
    private static final Instant FIRST = Instant.parse("-9999-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Logger LOG = LoggerFactory.getLogger(RangeReader.class);

    private final ChunkStore store;
    private final long from;
    private final long to;
    private final long step;
    /** Where the first bucket begins. */
    private final long origin;
    private int raw;

    /** @param oldest samples before this time are past their retention, ms since 1970 */
    RangeReader(ChunkStore store, RangeQuery query, long oldest) {
        this.store = store;
        from = Math.max(oldest, ceilingMillis(query.from()));
        to = ceilingMillis(query.to());
        step = query.step().toMillis();
        origin = ceilingMillis(query.from());
    }

    private static long ceilingMillis(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            return instant.isBefore(FIRST) ? FIRST.toEpochMilli() : LAST.toEpochMilli();
        }
        long millis = instant.toEpochMilli();
        return instant.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }

    List<Point> read(Series series) throws Invalid {
        SampleSink sink = step == 0 ? new Raw() : new Buckets(origin, step);
        var recent = series.recent(); // first, so that a chunk on its way to disk is seen at least once
        long recentFrom = recent.isEmpty() ? Long.MAX_VALUE : recent.getFirst().first();
        for (var chunk : stored(series, Math.min(to, recentFrom))) {
            read(series, chunk, sink);
        }
        for (var chunk : recent) {
            read(series, chunk, sink);
        }
        if (raw > MOST_RAW) {
            throw Invalid.field("step", ("The raw samples of this range are more than %d. Choose a shorter range, fewer"
                    + " series, or a step.").formatted(MOST_RAW));
        }
        return sink.points();
    }

    private List<Chunk> stored(Series series, long before) {
        try {
            return store.closed(series.id, from, before);
        } catch (IOException e) {
            LOG.error("Samples of {} cannot be read from disk; the answer lacks them: {}", series.key, e.getMessage());
            return List.of();
        }
    }

    private void read(Series series, Chunk chunk, SampleSink sink) {
        if (chunk.first() >= to || raw > MOST_RAW) {
            return;
        }
        try {
            for (var reader = chunk.read(); reader.next() && reader.at() < to;) {
                if (reader.at() >= from) {
                    sink.sample(reader.at(), reader.value());
                }
            }
        } catch (DamagedChunk e) {
            LOG.error("Samples of {} from {} on are lost, at most a day: {}", series.key,
                    Instant.ofEpochMilli(chunk.first()), e.getMessage());
        }
    }

    /** Every sample a point. */
    private final class Raw implements SampleSink {

        private final List<Point> points = new ArrayList<>();

        @Override
        public void sample(long at, double value) {
            raw++;
            points.add(new Point(Instant.ofEpochMilli(at), value, value, value));
        }

        @Override
        public List<Point> points() {
            return points;
        }
    }
}
