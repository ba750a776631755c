package org.dcos.domain.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of one series.
 *
 * @param step    width of the buckets; zero when the points are raw samples
 * @param points  in time order; a bucket without samples has no point, so that gaps stay gaps
 */
public record SeriesRange(SeriesKey key, Instant from, Instant to, Duration step, List<Point> points) {

    public SeriesRange {
        points = List.copyOf(points);
    }

    /** A bucket beginning at {@code at}, or a raw sample with all three values equal. */
    public record Point(Instant at, double average, double min, double max) {}
}
