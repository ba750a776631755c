package org.dcos.domain.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the log of a BMC is read.
 *
 * @param server     the server that the BMC belonged to when it was read
 * @param generation counts how often the log began anew: record numbers are used again then
 * @param last       the last entry that is kept of this generation
 * @param whole      whether the log was once read to its end
 * @param clearing   we are about to clear it: should it be empty at the next look, nobody else did it
 * @param state      the rest, for showing; the number of kept entries is not counted here
 * @param told       what the BMC said when the end was reached; with the same answer there is nothing new
 */
public record ReadLog(UUID bmc, Optional<UUID> server, int generation, Optional<LastEntry> last, boolean whole,
        boolean clearing, EventLogState state, Optional<Told> told) {

    /** @param bytes the record as the BMC has it, in hex */
    public record LastEntry(int record, String bytes) {}

    /** What a BMC says of its log as a whole. Times are by its clock. */
    public record Told(int entries, Optional<Instant> added, Optional<Instant> cleared) {}

    /** A log that was never read. */
    public static ReadLog unread(UUID bmc, Optional<UUID> server) {
        return new ReadLog(bmc, server, 0, Optional.empty(), false, false, EventLogState.unread(bmc),
                Optional.empty());
    }

    /** The same as of another BMC in its place. */
    public ReadLog of(UUID other) {
        return new ReadLog(other, server, generation, last, whole, clearing, state.of(other), told);
    }

    public ReadLog with(EventLogState changed) {
        return new ReadLog(bmc, server, generation, last, whole, clearing, changed, told);
    }

    public ReadLog clearing(boolean about) {
        return new ReadLog(bmc, server, generation, last, whole, about, state, told);
    }
}
