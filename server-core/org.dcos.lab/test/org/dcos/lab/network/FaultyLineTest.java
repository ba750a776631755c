package org.dcos.lab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultyLineTest {

    private static final byte[] ANSWER = {1, 2, 3, 4, 5, 6, 7, 8};

    private final Random random = new Random(7);

    @Test
    void a_silent_line_delivers_nothing() {
        assertThat(FaultyLine.delivers(Fault.SILENT, 0, 0)).isFalse();
    }

    @Test
    void a_flapping_line_is_silent_for_half_a_minute_and_then_well() {
        assertThat(FaultyLine.delivers(Fault.FLAPPING, 0, 0)).isFalse();
        assertThat(FaultyLine.delivers(Fault.FLAPPING, 29_999, 0)).isFalse();
        assertThat(FaultyLine.delivers(Fault.FLAPPING, 30_000, 0)).isTrue();
        assertThat(FaultyLine.delivers(Fault.FLAPPING, 60_000, 0)).isFalse();
    }

    @Test
    void a_slow_line_takes_one_to_five_seconds() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(FaultyLine.delayMillis(Fault.SLOW, random)).isBetween(1_000L, 5_000L);
        }
        assertThat(FaultyLine.delayMillis(Fault.NONE, random)).isZero();
    }

    @Test
    void a_garbage_line_changes_every_answer_and_keeps_the_original() {
        for (int i = 0; i < 1_000; i++) {
            byte[] original = ANSWER.clone();
            byte[] arrived = FaultyLine.answer(Fault.GARBAGE, original, random);

            assertThat(original).isEqualTo(ANSWER);
            assertThat(Arrays.equals(arrived, ANSWER)).isFalse();
        }
    }

    @Test
    void the_other_lines_leave_answers_alone() {
        for (Fault fault : Fault.values()) {
            if (fault != Fault.GARBAGE) {
                assertThat(FaultyLine.answer(fault, ANSWER, random)).isEqualTo(ANSWER);
            }
        }
    }

    @Test
    void too_few_open_files_are_told_with_the_command_that_helps() {
        assertThatThrownBy(() -> OpenFiles.check(10_000, 100, 1_024)).isInstanceOf(LabCannotStart.class)
                .hasMessage("10,000 simulated BMCs need 10,300 open files and this process may have 1,024. "
                        + "Start with fewer servers, or raise the limit first: ulimit -n 10300");
    }
}
