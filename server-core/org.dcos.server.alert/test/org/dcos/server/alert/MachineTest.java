package org.dcos.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

import org.dcos.server.alert.Machine.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {

    private static final Duration HOLD = Duration.ofSeconds(30);

    private record Step(long second, Verdict verdict, boolean inhibited) {}

    @Test
    void fires_at_once_without_a_hold_time() {
        assertThat(Machine.next(Machine.NORMAL, Verdict.TRUE, Samples.at(0), Duration.ZERO, false))
                .isEqualTo(new State.Firing(Samples.at(0)));
    }

    @Test
    void fires_when_the_hold_time_is_over_to_the_second() {
        State state = Machine.next(Machine.NORMAL, Verdict.TRUE, Samples.at(0), HOLD, false);
        state = Machine.next(state, Verdict.TRUE, Samples.at(29), HOLD, false);
        assertThat(state).isEqualTo(new State.Pending(Samples.at(0)));

        assertThat(Machine.next(state, Verdict.TRUE, Samples.at(30), HOLD, false))
                .isEqualTo(new State.Firing(Samples.at(0)));
    }

    @Test
    void begins_the_hold_time_anew_after_a_moment_that_was_fine() {
        State state = Machine.next(Machine.NORMAL, Verdict.TRUE, Samples.at(0), HOLD, false);
        state = Machine.next(state, Verdict.BETWEEN, Samples.at(20), HOLD, false);
        state = Machine.next(state, Verdict.TRUE, Samples.at(25), HOLD, false);

        assertThat(state).isEqualTo(new State.Pending(Samples.at(25)));
    }

    /** Against a model that looks at the whole history for every answer, and keeps no state. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void is_at_every_step_where_a_look_at_the_whole_history_says(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var hold = Duration.ofSeconds(random.nextInt(4) * 10L);
            var history = new ArrayList<Step>();
            State state = Machine.NORMAL;
            long second = 0;
            for (int i = 0; i < 60; i++) {
                second += 1 + random.nextInt(12);
                var verdict = random.nextInt(3) > 0 && !history.isEmpty() ? history.getLast().verdict()
                        : Verdict.values()[random.nextInt(Verdict.values().length)];
                var step = new Step(second, verdict, random.nextInt(6) == 0);
                history.add(step);

                state = Machine.next(state, verdict, Samples.at(second), hold, step.inhibited());

                assertThat(state).as("seed %d round %d %s", seed, round, history)
                        .isEqualTo(model(history, hold.toSeconds()));
            }
        }
    }

    /** Goes back through the history to the step at which the present stretch of TRUE began. */
    private static State model(ArrayList<Step> history, long hold) {
        var steps = history.stream().filter(step -> step.verdict() != Verdict.UNKNOWN).toList();
        // the last step that surely ended everything
        int end = -1;
        boolean firing = false;
        long since = 0;
        boolean open = false;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            boolean stays = step.verdict() == Verdict.TRUE
                    || step.verdict() == Verdict.BETWEEN && firing && !step.inhibited();
            if (!stays) {
                end = i;
                open = false;
                firing = false;
            } else {
                if (!open) {
                    open = true;
                    since = steps.get(end + 1).second();
                }
                firing = step.verdict() == Verdict.TRUE ? !step.inhibited() && (firing || step.second() - since >= hold)
                        : firing;
            }
        }
        return !open ? Machine.NORMAL : firing ? new State.Firing(Samples.at(since))
                : new State.Pending(Samples.at(since));
    }
}
