package org.dcos.net.redfish.service;

import java.util.List;
import org.dcos.net.redfish.model.LogEntry;

/**
 * What is new in a log.
 *
 * @param entries  the oldest first
 * @param position where to go on the next time
 * @param gap      the last known entry is not there any more: the log was cleared, or wrapped around; then these are
 *                 all the entries it has
 */
public record LogReading(List<LogEntry> entries, LogPosition position, boolean gap) {

    public LogReading {
        entries = List.copyOf(entries);
    }
}
