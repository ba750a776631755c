package org.dcos.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void grows_from_half_a_second_to_fifteen_with_half_of_it_by_chance() {
        var random = new Random(1);
        for (int attempt = 1; attempt <= 100; attempt++) {
            long longest = Math.min(15_000, 500L << Math.min(attempt - 1, 20));
            assertThat(Backoff.after(attempt, random)).isBetween(Duration.ofMillis(longest / 2),
                    Duration.ofMillis(longest));
        }
    }

    @Test
    void two_consoles_do_not_wait_equally_long() {
        var random = new Random(1);
        assertThat(Backoff.after(5, random)).isNotEqualTo(Backoff.after(5, random));
    }
}
