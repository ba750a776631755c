package org.dcos.ui.model.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;

/** The words of an event log. Any thread. */
final class LogWords {

    /** A log fuller than this needs a look: entries are soon lost. */
    private static final int NEARLY_FULL = 90;
    private static final Duration CLOCK_OFF = Duration.ofMinutes(1);
    private static final int BYTES_A_GROUP = 2;

    private final Texts texts;
    private final ZoneId zone;
    private final Ages ages;
    private final Quantities quantities;
    private final DateTimeFormatter written = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private final DateTimeFormatter whole = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);

    LogWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.ages = new Ages(texts);
        this.quantities = new Quantities(texts.locale());
    }

    LogRow row(LogEntry entry) {
        var severity = texts.of("log.severity", entry.severity());
        var what = what(entry.text());
        return new LogRow(Long.toString(entry.id()), entry, written.format(entry.moment().atZone(zone)), mark(entry),
                severity, entry.sensor().isEmpty() ? type(entry.type()) : entry.sensor(), type(entry.type()),
                entry.asserted() ? what : texts.get("log.ended", what));
    }

    private static Mark mark(LogEntry entry) {
        return entry.asserted() ? mark(entry.severity()) : Mark.NONE;
    }

    static Mark mark(EventSeverity severity) {
        return switch (severity) {
            case INFORMATION -> Mark.NONE;
            case WARNING -> Mark.WARNING;
            case CRITICAL -> Mark.CRITICAL;
        };
    }

    /** A sensor type in the reader's language; one of the maker's own stays as it is. */
    String type(String type) {
        return texts.find("log.type." + type.toLowerCase(Locale.ROOT).replace(' ', '-')).orElse(type);
    }

    /** Each part of the sentence for itself: the state, and what is told with it. */
    private String what(String text) {
        return Arrays.stream(text.split(", ")).map(this::part)
                .collect(Collectors.joining(texts.get("log.comma")));
    }

    private String part(String part) {
        var known = texts.find("log.part." + part.toLowerCase(Locale.ROOT).replace(' ', '-'));
        if (known.isPresent()) {
            return known.get();
        }
        for (var lead : List.of("reading ", "threshold ")) {
            if (part.startsWith(lead)) {
                return texts.get("log.part." + lead.strip(), part.substring(lead.length()));
            }
        }
        return quantities.states(List.of(part));
    }

    LogHead head(Optional<EventLogState> known, Instant now) {
        if (known.isEmpty()) {
            return LogHead.NOTHING;
        }
        var state = known.get();
        var parts = new ArrayList<String>();
        parts.add(state.read().isEmpty() ? texts.get("log.never")
                : texts.get("log.read", ages.since(state.read(), now)));
        if (state.read().isPresent()) {
            parts.add(state.fill().isPresent() ? texts.get("log.fill", state.onBmc(), state.fill().getAsInt())
                    : texts.get("log.onbmc", state.onBmc()));
            parts.add(clock(state.skew()));
        }
        boolean full = state.fill().orElse(0) >= NEARLY_FULL;
        boolean off = state.skew().abs().compareTo(CLOCK_OFF) > 0;
        var trouble = trouble(state, now);
        var mark = !state.failure().isEmpty() || full || off || !trouble.isEmpty() ? Mark.WARNING
                : state.read().isEmpty() ? Mark.NONE : Mark.WELL;
        return new LogHead(mark, String.join(" · ", parts), trouble, true);
    }

    private String clock(Duration skew) {
        if (skew.abs().toSeconds() < 2) {
            return texts.get("log.clock.right");
        }
        return texts.get(skew.isNegative() ? "log.clock.behind" : "log.clock.ahead", ages.of(skew.abs()));
    }

    private String trouble(EventLogState state, Instant now) {
        if (!state.failure().isEmpty()) {
            return texts.get("log.failed", ages.since(state.failed(), now), texts.sentences().of(state.failure()));
        }
        if (state.gap().isPresent()) {
            var gap = state.gap().get();
            return texts.get("log.gap", written.format(gap.from().atZone(zone)), written.format(gap.to().atZone(zone)));
        }
        return state.overflow() ? texts.get("log.overflow") : "";
    }

    /** All there is to know of an entry. */
    List<Fact> details(LogRow row) {
        var entry = row.entry();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.get("log.fact.moment"), whole.format(entry.moment().atZone(zone))));
        entry.at().filter(at -> !at.equals(entry.moment())).ifPresent(
                at -> facts.add(new Fact(texts.get("log.fact.at"), whole.format(at.atZone(zone)))));
        facts.add(new Fact(texts.get("log.fact.seen"), whole.format(entry.seen().atZone(zone))));
        facts.add(new Fact(texts.get("log.fact.sensor"), entry.sensor().isEmpty() ? row.type()
                : texts.get("log.sensor.type", entry.sensor(), row.type())));
        facts.add(new Fact(texts.get("log.fact.record"), "%d (0x%04X)".formatted(entry.record(), entry.record())));
        facts.add(new Fact(texts.get("log.fact.bytes"), spaced(entry.bytes())));
        return facts;
    }

    private static String spaced(String hex) {
        var out = new StringBuilder();
        for (int i = 0; i < hex.length(); i++) {
            out.append(i > 0 && i % BYTES_A_GROUP == 0 ? " " : "").append(hex.charAt(i));
        }
        return out.toString();
    }
}
