package org.dcos.server.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of an alert of one rule on one subject: a pure function of where it stands and what the newest reading says.
 *
 * <pre>
 *   Normal  --true--&gt;  Pending  --true for the hold time--&gt;  Firing  --false--&gt;  Normal
 *                      Pending  --no longer true--&gt;  Normal
 * </pre>
 *
 * While another alert inhibits it, it does not fire: what is true waits in Pending, with the time since when it is
 * true.
 */
final class Machine {

    /** Where it stands. */
    sealed interface State {

        record Normal() implements State {}

        record Pending(Instant since) implements State {}

        record Firing(Instant since) implements State {}
    }

    static final State NORMAL = new State.Normal();

    /**
     * @param holdFor how long the verdict has to be TRUE; @param at when the reading was taken, or the hold time looked
     *                at
     */
    static State next(State state, Verdict verdict, Instant at, Duration holdFor, boolean inhibited) {
        return switch (verdict) {
            case UNKNOWN -> state;
            case FALSE, NOT_COVERED -> NORMAL;
            case BETWEEN -> state instanceof State.Firing && !inhibited ? state : NORMAL;
            case TRUE -> switch (state) {
                case State.Normal _ -> hold(new State.Pending(at), at, holdFor, inhibited);
                case State.Pending pending -> hold(pending, at, holdFor, inhibited);
                case State.Firing(var since) -> inhibited ? new State.Pending(since) : state;
            };
        };
    }

    private static State hold(State.Pending pending, Instant at, Duration holdFor, boolean inhibited) {
        return !inhibited && !at.isBefore(pending.since().plus(holdFor)) ? new State.Firing(pending.since()) : pending;
    }

    private Machine() {}
}
