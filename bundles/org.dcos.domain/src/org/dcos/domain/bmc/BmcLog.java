package org.dcos.domain.bmc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a BMC's system event log (IPMI v2.0 §31). Blocks the (virtual) thread. */
public interface BmcLog {

    LogState state(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /**
     * Reads on behind what is known. When the log was cleared or has wrapped meanwhile, it is read from the beginning
     * and {@code anew} says so. What was read before a conversation broke is given with {@code complete} false.
     *
     * @param after the last entry known, empty for the whole log
     * @param most  entries at most
     */
    LogPart entries(BmcEndpoint bmc, Optional<Mark> after, int most) throws BmcFailure, InterruptedException;

    /**
     * Clears the log, if nothing was added behind the given entry.
     *
     * @return false when something was added: read it first
     */
    boolean clear(BmcEndpoint bmc, Mark last) throws BmcFailure, InterruptedException;

    /**
     * @param skew     the BMC's clock less ours, when asked
     * @param overflow entries were lost for want of room
     */
    record LogState(int entries, int freeBytes, Optional<Instant> lastAdded, Optional<Instant> lastCleared,
            Duration skew, boolean overflow) {}

    /**
     * Tells an entry from a later one that took its number after a clear. @param bytes the record as it stands, in hex
     */
    record Mark(int record, String bytes) {}

    record LogPart(List<Entry> entries, boolean anew, boolean complete) {
        public LogPart {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry.
     *
     * @param at       by the BMC's clock; empty where it had not been set (before 1998-01-01, IPMI v2.0 §37.1)
     * @param sensor   name of the sensor, else its number in words; empty for entries of the maker's own kind
     * @param type     sensor type in words
     * @param text     what happened, in English
     * @param asserted whether it began (true) or ended
     * @param bytes    the record as it stands, in hex
     */
    record Entry(int record, Optional<Instant> at, String sensor, String type, String text, boolean asserted,
            Severity severity, String bytes) {

        public Mark mark() {
            return new Mark(record, bytes);
        }

        /** How bad what happened is. */
        public enum Severity {
            INFORMATION, WARNING, CRITICAL
        }
    }
}
