package org.dcos.domain.power;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order in waves as it stands now.
 *
 * @param id        of the operation that carries it out
 * @param order     what was ordered; its servers may be left out, for the steps name them
 * @param said      why it stands where it stands, in words; may be empty
 * @param waves     in their order
 * @param steps     one per server, wave by wave, those left out last; in lists none
 */
public record ChassisRun(UUID id, ChassisOrder order, Stage stage, String said, String startedBy, Instant started,
        Optional<Instant> ended, List<Wave> waves, List<Step> steps) {

    public ChassisRun {
        waves = List.copyOf(waves);
        steps = List.copyOf(steps);
    }

    /** Where an order stands. */
    public enum Stage {
        RUNNING,
        /** The canary is done; it goes on when somebody says so. */
        WAITING,
        /** Held by somebody; it goes on when somebody says so. */
        PAUSED,
        /** All servers were dealt with. */
        DONE,
        /** Too many have failed: the rest was not begun. */
        STOPPED,
        /** Cancelled by somebody: the rest was not begun. */
        CANCELLED,
        /** The server-core ended in the middle: the rest was not begun. It never goes on by itself. */
        INTERRUPTED;

        public boolean ended() {
            return compareTo(DONE) >= 0;
        }

        /** Whether it stands until somebody says go on. */
        public boolean held() {
            return this == WAITING || this == PAUSED;
        }
    }

    /** How far a wave is. @param begun with those that are done and failed */
    public record Wave(String name, boolean canary, int servers, int begun, int done, int failed) {}

    /** What became of a server. */
    public enum State {
        NOT_BEGUN,
        /** The command is on its way, or its effect is waited for. */
        BEGUN,
        DONE,
        FAILED,
        /** The plan left it out. */
        LEFT_OUT,
        /** It was begun when the order was broken off: the command may have been sent or not. */
        UNKNOWN
    }

    /**
     * One server of the order.
     *
     * @param wave    counted from 0; for those left out the number of waves
     * @param outcome one word, as with {@link org.dcos.domain.operation.Operation.Result}; empty before
     * @param message for people: what happened and what to do
     * @param at      when the state was reached
     */
    public record Step(int wave, UUID server, String name, String place, State state, String outcome, String message,
            Optional<Instant> at) {

        public Step in(State next, String word, String words, Instant now) {
            return new Step(wave, server, name, place, next, word, words, Optional.of(now));
        }
    }

    public ChassisRun at(Stage next, String words, Optional<Instant> end) {
        return new ChassisRun(id, order, next, words, startedBy, started, end, waves, steps);
    }

    /** As it is told in lists. */
    public ChassisRun brief() {
        return new ChassisRun(id, new ChassisOrder(List.of(), order.command(), order.reason(), order.waves(),
                order.after(), order.seen()), stage, said, startedBy, started, ended, waves, List.of());
    }

    /** With these steps, and the waves counted by them. */
    public ChassisRun with(List<Step> all) {
        var counted = new ArrayList<Wave>();
        for (int i = 0; i < waves.size(); i++) {
            int number = i;
            var mine = all.stream().filter(step -> step.wave() == number).map(Step::state).toList();
            counted.add(new Wave(waves.get(i).name(), waves.get(i).canary(), mine.size(),
                    (int) mine.stream().filter(state -> state != State.NOT_BEGUN).count(),
                    (int) mine.stream().filter(State.DONE::equals).count(),
                    (int) mine.stream().filter(state -> state == State.FAILED || state == State.UNKNOWN).count()));
        }
        return new ChassisRun(id, order, stage, said, startedBy, started, ended, counted, all);
    }
}
