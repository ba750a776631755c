package org.dcos.domain.eventlog;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;

/**
 * What BMCs wrote into their event logs. The logs of all BMCs that have a server are read on by a schedule; what was
 * read is kept when it is gone from the BMC.
 */
public interface EventLogs {

    /** What happened last comes first. */
    Page<LogEntry> entries(EntryFilter filter, PageRequest page) throws Problem;

    EventLogState state(UUID bmc) throws Problem;

    /** Reads on now what is new on a BMC. */
    Operation read(UUID bmc) throws Problem;

    /**
     * Reads the rest of the log, and when that is on disk clears the log on the BMC; not if something is added
     * meanwhile.
     *
     * @param reason for the audit log
     */
    Operation clear(UUID bmc, String reason) throws Problem;

    EventLogSettings settings() throws Problem;

    /** Takes effect at once. Invalid names every value out of range. */
    EventLogSettings save(EventLogSettings settings) throws Problem;
}
