package org.dcos.ui.model.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.model.estate.Mark;

/**
 * What is seen of a log.
 *
 * @param from    the left end of the time line
 * @param to      the right end
 * @param lanes   of the time line
 * @param points  what is wanted, over the whole time, the oldest first
 * @param spans   what lasted of it
 * @param rows    what is wanted of the stretch that is looked at, the newest first
 * @param narrowed whether the rows are of a stretch of the time only
 * @param summary how many there are, and how many of them are shown
 */
public record LogSight(Instant from, Instant to, List<Lane> lanes, List<Point> points, List<Span> spans,
        List<LogRow> rows, boolean narrowed, String summary) {

    public LogSight {
        lanes = List.copyOf(lanes);
        points = List.copyOf(points);
        spans = List.copyOf(spans);
        rows = List.copyOf(rows);
    }

    public record Lane(String title, Mark mark) {}

    /** @param lane its index */
    public record Point(LogRow row, int lane) {}

    /** @param to empty while it lasts */
    public record Span(int lane, Instant from, Optional<Instant> to, Mark mark) {}
}
