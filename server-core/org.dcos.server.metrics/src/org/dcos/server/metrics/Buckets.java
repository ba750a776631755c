package org.dcos.server.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.metric.SeriesRange.Point;

/**
 * Gathers the samples of one series, given in time order, into buckets of equal width that begin at {@code from}.
 * Samples that are no number count in no bucket. Not thread-safe.
 */
final class Buckets implements SampleSink {

    private final long from;
    private final long width;
    private final List<Point> points = new ArrayList<>();
    private long bucket = Long.MIN_VALUE;
    private long count;
    private double sum;
    private double min;
    private double max;

    /** @param from and width in ms */
    Buckets(long from, long width) {
        this.from = from;
        this.width = width;
    }

    @Override
    public void sample(long at, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        long index = Math.floorDiv(at - from, width);
        if (index != bucket) {
            close();
            bucket = index;
            count = 0;
            sum = 0;
            min = value;
            max = value;
        }
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    private void close() {
        if (count > 0) {
            points.add(new Point(Instant.ofEpochMilli(from + bucket * width), sum / count, min, max));
        }
    }

    @Override
    public List<Point> points() {
        close();
        count = 0;
        return points;
    }
}
