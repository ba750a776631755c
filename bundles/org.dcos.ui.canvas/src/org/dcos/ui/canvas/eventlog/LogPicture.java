package org.dcos.ui.canvas.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.mark.Mark;

/**
 * What a log holds.
 *
 * @param title   for a screen reader
 * @param from    the left end of the whole
 * @param to      the right end
 * @param zone    in which times are written
 * @param entries the oldest first
 * @param spans   what lasted
 */
public record LogPicture(String title, Instant from, Instant to, ZoneId zone, List<Lane> lanes, List<Entry> entries,
        List<Span> spans) {

    public static final LogPicture NONE = new LogPicture("", Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)),
            ZoneOffset.UTC, List.of(), List.of(), List.of());

    public LogPicture {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a log from %s to %s has no length".formatted(from, to));
        }
        lanes = List.copyOf(lanes);
        entries = List.copyOf(entries);
        spans = List.copyOf(spans);
    }

    /** A row of the time line. @param mark before its title */
    public record Lane(String title, Mark mark) {}

    /** @param id unique in the picture @param lane its index */
    public record Entry(String id, int lane, Instant at, Mark mark) {}

    /** From its beginning to its end. @param to empty while it lasts */
    public record Span(int lane, Instant from, Optional<Instant> to, Mark mark) {}
}
