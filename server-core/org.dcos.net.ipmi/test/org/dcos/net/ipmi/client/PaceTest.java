package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(1_000);

    @Test
    void quick_answers_open_the_window_to_its_limit() {
        answers(2_000, 3);

        assertThat(pace.window()).isEqualTo(1_000);
        assertThat(pace.isCalm()).isTrue();
    }

    @Test
    void late_answers_close_it_and_lengthen_the_waits() {
        answers(2_000, 3);
        answers(2_000, 900);

        assertThat(pace.window()).isEqualTo(Pace.LEAST);
        assertThat(pace.isCalm()).isFalse();
        assertThat(pace.leastWaitNanos()).isGreaterThan(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void it_recovers_when_answers_come_quickly_again() {
        answers(2_000, 900);
        answers(2_000, 5);

        assertThat(pace.window()).isEqualTo(1_000);
    }

    @Test
    void a_tenth_of_slow_bmcs_does_not_slow_down_the_others() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            pace.answered(Duration.ofMillis(random.nextInt(10) == 0 ? 3_000 : 20).toNanos());
        }

        assertThat(pace.window()).isEqualTo(1_000);
        assertThat(pace.leastWaitNanos()).isLessThan(Duration.ofMillis(200).toNanos());
    }

    @Test
    void a_narrow_limit_is_kept() {
        assertThat(new Pace(2).window()).isEqualTo(2);
    }

    private void answers(int count, int millis) {
        for (int i = 0; i < count; i++) {
            pace.answered(Duration.ofMillis(millis).toNanos());
        }
    }
}
