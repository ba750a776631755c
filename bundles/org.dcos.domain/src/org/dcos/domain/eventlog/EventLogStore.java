package org.dcos.domain.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

/** Where entries of event logs are kept, and how far each log is read. */
public interface EventLogStore {

    /** How far each log is read. */
    List<ReadLog> logs();

    /**
     * Takes entries, and how far the log is read with them, both or none; on disk when this returns. An entry that is
     * kept already in this generation of the log is left out.
     *
     * @param entries in the order of the log; their ids do not count
     * @return how many were new
     */
    int add(ReadLog now, List<LogEntry> entries);

    /** How far logs are read, without new entries; on disk when this returns. */
    void keep(List<ReadLog> logs);

    /** Gives another BMC what is kept of one that is gone. */
    void hand(UUID from, ReadLog to);

    void forget(UUID bmc);

    /** What happened last comes first. */
    Page<LogEntry> entries(EntryFilter filter, PageRequest page);

    long kept(UUID bmc);

    /** Deletes entries that were read before then. @return how many, at most so many as wanted */
    int prune(Instant seenBefore, int most);
}
