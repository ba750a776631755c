package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.dcos.domain.monitor.Sweep;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Rounds rounds = new Rounds();

    @Test
    void a_round_ends_when_its_time_is_over_and_all_have_answered() {
        rounds.asked(0, 1_000);
        rounds.asked(0, 2_000);
        rounds.ended(0, 3_000, true);
        rounds.ended(0, 5_000, true);

        assertThat(rounds.ended(29_999, NOW, INTERVAL)).isEmpty();
        assertThat(rounds.ended(30_000, NOW, INTERVAL)).containsExactly(new Sweep(NOW.minusSeconds(25), 2, 2,
                Duration.ofSeconds(4)));
    }

    @Test
    void a_question_without_an_end_holds_its_round_up_for_one_interval_and_counts_as_not_answered() {
        rounds.asked(0, 1_000);
        rounds.asked(0, 1_000);
        rounds.ended(0, 3_000, true);

        assertThat(rounds.ended(59_999, NOW, INTERVAL)).isEmpty();
        assertThat(rounds.ended(60_000, NOW, INTERVAL)).singleElement().satisfies(sweep -> {
            assertThat(sweep.asked()).isEqualTo(2);
            assertThat(sweep.answered()).isEqualTo(1);
        });
    }
}
