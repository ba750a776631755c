package org.dcos.ui.model.eventlog;

import java.time.Instant;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.ui.model.estate.Mark;

/**
 * A line of the log.
 *
 * @param id   of the entry, as text
 * @param time when it happened, as it is written
 * @param mark by its severity; NONE for what is only told, or has ended
 * @param what what happened, and whether it ended, in words
 */
public record LogRow(String id, LogEntry entry, String time, Mark mark, String severity, String sensor, String type,
        String what) {

    public Instant moment() {
        return entry.moment();
    }

    public EventSeverity level() {
        return entry.severity();
    }
}
