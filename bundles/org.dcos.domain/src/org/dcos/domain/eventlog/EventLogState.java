package org.dcos.domain.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * How it stands with a BMC's event log.
 *
 * @param kept      entries that are kept here
 * @param onBmc     entries on the BMC when it was asked last
 * @param freeBytes room for more on the BMC
 * @param complete  whether all that was on the BMC at {@code read} is kept
 * @param read      when it was asked last with success; empty: never yet
 * @param skew      the BMC's clock less ours at that time
 * @param overflow  the BMC says that it threw entries away for want of room
 * @param failure   why the last try did not succeed, in English; empty when it did
 * @param failed    when that was
 * @param gap       the last time in which entries may have come and gone unread
 */
public record EventLogState(UUID bmc, long kept, int onBmc, int freeBytes, boolean complete, Optional<Instant> read,
        Duration skew, boolean overflow, String failure, Optional<Instant> failed, Optional<Gap> gap) {

    /** A record of the log takes so many bytes (IPMI v2.0 §32). */
    public static final int ENTRY_BYTES = 16;

    /** One that was not asked yet. */
    public static EventLogState unread(UUID bmc) {
        return new EventLogState(bmc, 0, 0, 0, false, Optional.empty(), Duration.ZERO, false, "", Optional.empty(),
                Optional.empty());
    }

    /** How full the log of the BMC is, in percent; empty while that is not known. */
    public OptionalInt fill() {
        long used = (long) onBmc * ENTRY_BYTES;
        return read.isEmpty() || used + freeBytes == 0 ? OptionalInt.empty()
                : OptionalInt.of((int) (used * 100 / (used + freeBytes)));
    }

    /** The same as of another BMC in its place. */
    public EventLogState of(UUID other) {
        return new EventLogState(other, kept, onBmc, freeBytes, complete, read, skew, overflow, failure, failed, gap);
    }

    /** The same after a try that did not succeed. @param why in English */
    public EventLogState failed(String why, Instant at) {
        return new EventLogState(bmc, kept, onBmc, freeBytes, complete, read, skew, overflow, why, Optional.of(at),
                gap);
    }

    /** The same after the log was cleared on the BMC. */
    public EventLogState emptied() {
        return new EventLogState(bmc, kept, 0, freeBytes + onBmc * ENTRY_BYTES, true, read, skew, false, "",
                Optional.empty(), gap);
    }

    /** The same with another gap. */
    public EventLogState with(Optional<Gap> other) {
        return new EventLogState(bmc, kept, onBmc, freeBytes, complete, read, skew, overflow, failure, failed, other);
    }

    /** The same with another number of kept entries. */
    public EventLogState withKept(long entries) {
        return new EventLogState(bmc, entries, onBmc, freeBytes, complete, read, skew, overflow, failure, failed, gap);
    }

    /**
     * The log was cleared by somebody else, or ran over, between two readings.
     *
     * @param from what was in the log until then is kept
     * @param to   what is in the log from then on is kept
     */
    public record Gap(Instant from, Instant to) {}
}
