package org.dcos.domain.deviation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One comparison of the records with what is there, and how complete it was.
 *
 * @param operation the operation that does it
 * @param asked     points that were looked at
 * @param answered  of these: told what they are
 * @param silent    of these: did not answer
 * @param refused   of these: did not tell
 * @param notAsked  points and recorded devices in service that were not looked at
 * @param expected  recorded devices in service
 * @param seen      of these: seen
 * @param found     deviations that this run saw
 * @param opened    of these: for the first time, or again
 * @param gone      deviations that it saw no longer
 */
public record AuditRun(UUID id, UUID operation, Instant started, Optional<Instant> ended, String startedBy, State state,
        int asked, int answered, int silent, int refused, int notAsked, int expected, int seen, int found, int opened,
        int gone) {

    /** CANCELLED: what was seen until then counts. INTERRUPTED: the server-core ended; nothing of it counts. */
    public enum State {
        RUNNING, COMPLETED, CANCELLED, INTERRUPTED
    }

    /** One that begins. */
    public static AuditRun begun(UUID id, UUID operation, Instant at, String by) {
        return new AuditRun(id, operation, at, Optional.empty(), by, State.RUNNING, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The same, ended without a result. */
    public AuditRun interrupted(Instant at) {
        return new AuditRun(id, operation, started, Optional.of(at), startedBy, State.INTERRUPTED, asked, answered,
                silent, refused, notAsked, expected, seen, found, opened, gone);
    }
}
