package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final ClientOptions options = ClientOptions.defaults().withTimeouts(Duration.ofSeconds(1), 4);

    @Test
    void waits_grow_and_differ_by_a_fifth_at_most() {
        var retry = new Retry(options, new Random(1));
        for (int round = 0; round < 1_000; round++) {
            retry.start(0, 0);
            double expected = 1_000;
            for (int attempt = 1; attempt <= 4; attempt++) {
                assertThat(retry.attempt()).isEqualTo(attempt);
                assertThat(TimeUnit.NANOSECONDS.toMillis(retry.dueAt()) * 1.0)
                        .isBetween(expected * 0.8 - 1, expected * 1.2);
                expected *= 1.5;
                retry.next(0);
            }
        }
    }

    @Test
    void two_conversations_do_not_fall_into_step() {
        var random = new Random(2);
        var due = new HashSet<Long>();
        for (int i = 0; i < 100; i++) {
            var retry = new Retry(options, random);
            retry.start(0, 0);
            due.add(retry.dueAt());
        }
        assertThat(due).hasSizeGreaterThan(95);
    }

    @Test
    void a_slow_bmc_gets_more_time_up_to_a_limit() {
        var retry = new Retry(options, new Random(4));
        retry.start(0, Duration.ofSeconds(4).toNanos());

        assertThat(retry.dueAt()).isBetween(Duration.ofMillis(3_200).toNanos(), Duration.ofMillis(4_800).toNanos());
        for (int i = 0; i < 5; i++) {
            retry.next(0);
        }
        assertThat(retry.dueAt()).isLessThan(Retry.LONGEST_WAIT.multipliedBy(2).toNanos());
    }

    @Test
    void tells_how_long_it_has_waited_in_all() {
        var retry = new Retry(options, new Random(3));
        retry.start(100, 0);
        retry.next(Duration.ofSeconds(1).toNanos() + 100);

        assertThat(retry.waited(Duration.ofSeconds(3).toNanos() + 100)).isEqualTo(Duration.ofSeconds(3));
    }
}
