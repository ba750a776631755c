package org.dcos.ui.model.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.eventlog.LogSight.Lane;
import org.dcos.ui.model.eventlog.LogSight.Point;
import org.dcos.ui.model.eventlog.LogSight.Span;
import org.dcos.ui.model.text.Texts;

/** What was loaded of a log, and what is seen of it: pure functions. */
final class LogList {

    static final LogList NOTHING = new LogList(List.of(), 0);

    /** More types than this are gathered in a last lane. */
    private static final int MOST_LANES = 6;
    private static final Duration LEAST_LENGTH = Duration.ofMinutes(10);
    private static final double ROOM = 0.02;

    private final List<LogRow> rows;
    private final List<LogSpan> spans;
    private final Map<String, LogRow> byId = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private final long total;

    /** @param newestFirst as they are loaded @param total how many there are at all */
    LogList(List<LogRow> newestFirst, long total) {
        this.rows = newestFirst.stream()
                .sorted(Comparator.comparing(LogRow::moment).thenComparing(row -> row.entry().id())).toList();
        this.spans = LogSpan.of(rows.stream().map(LogRow::entry).toList());
        rows.forEach(row -> byId.put(row.id(), row));
        rows.forEach(row -> told.put(row.id(), (row.severity() + "\n" + row.sensor() + "\n" + row.type() + "\n"
                + row.what() + "\n" + row.entry().text() + "\n" + row.entry().type()).toLowerCase(Locale.ROOT)));
        this.total = total;
    }

    /** What is wanted. @param seen a stretch of time; empty for all of it */
    record Wish(LogLens lens, String text, LogLanes lanes, Optional<Stretch> seen) {}

    /** From then until then, both included. */
    record Stretch(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }

    Optional<LogRow> row(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    LogSight sight(Wish wish, Texts texts, Instant now) {
        var parts = wish.text().strip().toLowerCase(Locale.ROOT).split("\\s+");
        var wanted = rows.stream().filter(row -> wish.lens().wants(row.level()))
                .filter(row -> Arrays.stream(parts).allMatch(told.getOrDefault(row.id(), "")::contains)).toList();
        var seen = new ArrayList<LogRow>();
        for (var row : wanted.reversed()) {
            if (wish.seen().map(stretch -> stretch.holds(row.moment())).orElse(true)) {
                seen.add(row);
            }
        }
        var lanes = new ArrayList<Lane>();
        var lane = switch (wish.lanes()) {
            case SEVERITY -> bySeverity(lanes, texts);
            case TYPE -> byType(lanes, wanted, texts);
        };
        var ids = wanted.stream().map(LogRow::id).collect(Collectors.toCollection(HashSet::new));
        var ends = ends(now);
        return new LogSight(ends.from(), ends.to(), lanes,
                wanted.stream().map(row -> new Point(row, lane.applyAsInt(row))).toList(),
                spans(ids, lane), seen, wish.seen().isPresent(),
                seen.size() == total ? texts.get("log.count", total) : texts.get("log.count.of", seen.size(), total));
    }

    /** From the first entry to now, with a little room. */
    private Stretch ends(Instant now) {
        var first = rows.isEmpty() ? now.minus(Duration.ofDays(1)) : rows.getFirst().moment();
        var last = rows.isEmpty() || rows.getLast().moment().isBefore(now) ? now : rows.getLast().moment();
        var length = Duration.between(first, last);
        if (length.compareTo(LEAST_LENGTH) < 0) {
            length = LEAST_LENGTH;
        }
        var room = Duration.ofMillis((long) (length.toMillis() * ROOM));
        return new Stretch(last.minus(length).minus(room), last.plus(room));
    }

    private static ToIntFunction<LogRow> bySeverity(List<Lane> lanes, Texts texts) {
        for (var severity : List.of(EventSeverity.CRITICAL, EventSeverity.WARNING, EventSeverity.INFORMATION)) {
            lanes.add(new Lane(texts.of("log.severity", severity), LogWords.mark(severity)));
        }
        return row -> switch (row.level()) {
            case CRITICAL -> 0;
            case WARNING -> 1;
            case INFORMATION -> 2;
        };
    }

    /** The types with the most entries, and the rest in one. */
    private static ToIntFunction<LogRow> byType(List<Lane> lanes, List<LogRow> wanted, Texts texts) {
        var counts = wanted.stream().collect(Collectors.groupingBy(LogRow::type, Collectors.counting()));
        var types = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
        int own = types.size() <= MOST_LANES ? types.size() : MOST_LANES - 1;
        types.stream().limit(own).forEach(type -> lanes.add(new Lane(type, Mark.NONE)));
        if (own < types.size()) {
            lanes.add(new Lane(texts.get("log.lane.others", types.size() - own), Mark.NONE));
        }
        return row -> {
            int at = types.indexOf(row.type());
            return at < 0 || at >= own ? Math.max(0, lanes.size() - 1) : at;
        };
    }

    private List<Span> spans(Set<String> wanted, ToIntFunction<LogRow> lane) {
        var shown = new ArrayList<Span>();
        for (var span : spans) {
            var begin = byId.get(Long.toString(span.begin().id()));
            if (begin != null && wanted.contains(begin.id())) {
                shown.add(new Span(lane.applyAsInt(begin), begin.moment(), span.to(), LogWords.mark(begin.level())));
            }
        }
        return shown;
    }
}
