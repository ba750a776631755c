package org.dcos.ui.model.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;

/**
 * Something that lasted: it began with one entry and ended with a later one of the same sensor.
 *
 * @param begin the entry
 * @param to    empty while no end of it is known
 */
public record LogSpan(LogEntry begin, Optional<Instant> to) {

    /** Entries of the same sensor about the same thing; the values of each are not part of it. */
    private record Key(String sensor, String type, String event) {
        static Key of(LogEntry entry) {
            int end = entry.text().indexOf(", ");
            return new Key(entry.sensor(), entry.type(), end < 0 ? entry.text() : entry.text().substring(0, end));
        }
    }

    /**
     * Beginnings and ends that belong together. What never ends in this log is told only of sensors that tell ends at
     * all, and only while it is no mere information: most entries tell of a moment.
     *
     * @param entries the oldest first
     */
    static List<LogSpan> of(List<LogEntry> entries) {
        Set<Key> ending = new HashSet<>();
        entries.stream().filter(entry -> !entry.asserted()).map(Key::of).forEach(ending::add);
        Map<Key, LogEntry> open = new HashMap<>();
        var spans = new ArrayList<LogSpan>();
        for (var entry : entries) {
            var key = Key.of(entry);
            if (entry.asserted()) {
                if (ending.contains(key)) {
                    open.putIfAbsent(key, entry); // told again while it lasts: it began with the first
                }
            } else {
                Optional.ofNullable(open.remove(key))
                        .ifPresent(begin -> spans.add(new LogSpan(begin, Optional.of(entry.moment()))));
            }
        }
        open.values().stream().filter(entry -> entry.severity() != EventSeverity.INFORMATION)
                .forEach(begin -> spans.add(new LogSpan(begin, Optional.empty())));
        return List.copyOf(spans);
    }
}
