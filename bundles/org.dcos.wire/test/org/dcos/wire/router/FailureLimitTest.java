package org.dcos.wire.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class FailureLimitTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private final FailureLimit limit = new FailureLimit();

    @Test
    void an_origin_may_fail_ten_times_in_a_minute() {
        fail("a", 9);
        assertThat(limit.wait("a", NOW)).isZero();
        fail("a", 1);
        assertThat(limit.wait("a", NOW.plusSeconds(15))).isEqualTo(Duration.ofSeconds(45));
        assertThat(limit.wait("b", NOW)).isZero();
    }

    @Test
    void may_try_again_when_the_minute_is_over() {
        fail("a", 10);
        assertThat(limit.wait("a", NOW.plusSeconds(60))).isZero();
        limit.failed("a", NOW.plusSeconds(61));
        assertThat(limit.wait("a", NOW.plusSeconds(61))).isZero();
    }

    @Test
    void knows_a_bounded_number_of_origins_and_keeps_the_busy_ones() {
        fail("a", 10);
        for (int i = 0; i < FailureLimit.MAX_ORIGINS + 5; i++) {
            limit.failed("10.0.%d".formatted(i), NOW);
            limit.wait("a", NOW);
        }
        assertThat(limit.wait("a", NOW)).isPositive();
        assertThat(limit.wait("10.0.0", NOW)).isZero();
    }

    private void fail(String origin, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(origin, NOW);
        }
    }
}
