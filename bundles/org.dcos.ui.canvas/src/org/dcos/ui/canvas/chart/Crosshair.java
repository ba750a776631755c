package org.dcos.ui.canvas.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;

/**
 * The values at a time: of each series the point nearest to it, where one is near enough to belong to it.
 *
 * @param at     time of the nearest point of all
 * @param values empty for a series that has a gap there; in the order of the series
 */
record Crosshair(Instant at, List<Optional<Point>> values) {

    private static final int REACH_PIXELS = 14;

    /** Empty when no series has a point near. */
    static Optional<Crosshair> at(ChartPicture picture, ChartLayout layout, int x) {
        var wanted = layout.at(x);
        var reach = Duration.between(layout.from(), layout.to()).multipliedBy(REACH_PIXELS)
                .dividedBy(layout.plot().width());
        var values = new ArrayList<Optional<Point>>();
        picture.series()
                .forEach(series -> values.add(nearest(series, wanted).filter(point -> near(point, wanted, reach))));
        return values.stream().flatMap(Optional::stream)
                .min(Comparator.comparing(point -> Duration.between(point.at(), wanted).abs()))
                .map(point -> new Crosshair(point.at(), List.copyOf(values)));
    }

    private static boolean near(Point point, Instant wanted, Duration reach) {
        return !Double.isNaN(point.value()) && Duration.between(point.at(), wanted).abs().compareTo(reach) <= 0;
    }

    private static Optional<Point> nearest(Series series, Instant wanted) {
        var points = series.points();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int found = Collections.binarySearch(points, Point.of(wanted, 0), Comparator.comparing(Point::at));
        int after = Math.min(points.size() - 1, found < 0 ? -found - 1 : found);
        int before = Math.max(0, found < 0 ? after - 1 : after);
        boolean first = Duration.between(points.get(before).at(), wanted).abs()
                .compareTo(Duration.between(points.get(after).at(), wanted).abs()) <= 0;
        return Optional.of(points.get(first ? before : after));
    }
}
