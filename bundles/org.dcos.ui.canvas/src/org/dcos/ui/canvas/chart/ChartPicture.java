package org.dcos.ui.canvas.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.dcos.ui.canvas.mark.Mark;

/**
 * Series over a stretch of time, all in one unit, ready to be drawn.
 *
 * @param unit       at the top of the value axis, e.g. {@code °C}
 * @param from       left edge
 * @param to         right edge
 * @param now        whether the right edge is now; its label says so
 * @param nowText    that label in the operator's language, e.g. {@code now}
 * @param zone       in which times are written
 * @param series     at most about eight stay readable
 * @param thresholds dashed lines
 */
public record ChartPicture(String unit, Instant from, Instant to, boolean now, String nowText, ZoneId zone,
        List<Series> series, List<Threshold> thresholds) {

    public ChartPicture {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from %s must be before to %s".formatted(from, to));
        }
        series = List.copyOf(series);
        thresholds = List.copyOf(thresholds);
    }

    /** Nothing yet, for the last hour before {@code now}. */
    public static ChartPicture empty(Instant now) {
        return new ChartPicture("", now.minus(Duration.ofHours(1)), now, true, "now", ZoneId.systemDefault(), List.of(),
                List.of());
    }

    /** The same with other edges. */
    public ChartPicture between(Instant newFrom, Instant newTo) {
        return new ChartPicture(unit, newFrom, newTo, now && newTo.equals(to), nowText, zone, series, thresholds);
    }

    /**
     * One measured value, or the least and most of several.
     *
     * @param value NaN where there is none: the line has a gap
     * @param low   least of what {@code value} stands for; {@code value} itself for a single sample
     */
    public record Point(Instant at, double value, double low, double high) {

        public static Point of(Instant at, double value) {
            return new Point(at, value, value, value);
        }

        public static Point gap(Instant at) {
            return new Point(at, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * One line.
     *
     * @param name     in the legend
     * @param mark     WARNING and CRITICAL draw it in that colour, STALE greys it; else it has a colour of its own
     * @param points   ascending in time
     * @param mostStep a longer stretch without a point is a gap; zero when only {@link Point#gap} makes gaps
     */
    public record Series(String name, Mark mark, List<Point> points, Duration mostStep) {
        public Series {
            points = List.copyOf(points);
        }

        public static Series of(String name, List<Point> points) {
            return new Series(name, Mark.NONE, points, Duration.ZERO);
        }
    }

    /** A dashed line. @param label written above it, e.g. {@code upper critical 42} */
    public record Threshold(String label, double value, Mark mark) {}

    /** A stretch of time, as zoomed to. */
    public record Stretch(Instant from, Instant to) {}
}
