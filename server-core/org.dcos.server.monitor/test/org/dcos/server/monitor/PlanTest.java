package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.bmc.BmcFailure.Kind;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void the_next_slot_is_on_the_grid_a_quarter_to_five_quarters_away() {
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long now = random.nextLong(-1L << 40, 1L << 40);
            long width = 1_000 + random.nextInt(100_000);
            double phase = random.nextDouble();

            long next = Plan.nextSlot(now, Duration.ofMillis(width), phase);

            assertThat(next - now).isBetween(width / 4, width + width / 4 + 1);
            assertThat(Math.floorMod(next - (long) (phase * width), width)).isZero();
        }
    }

    @Test
    void phases_of_ids_that_count_up_lie_evenly() {
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (Plan.phase(new UUID(7, i)) * 10)]++;
        }
        assertThat(Arrays.stream(tenths).boxed().toList()).allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }

    @Test
    void waits_longer_after_each_failure_up_to_the_cap() {
        var second = Duration.ofSeconds(1);
        assertThat(Plan.retryAfter(1, Kind.SILENT, second)).isEqualTo(second);
        assertThat(Plan.retryAfter(3, Kind.SILENT, second)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Plan.retryAfter(1_000_000, Kind.SILENT, second)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Plan.retryAfter(9, Kind.SILENT, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(Plan.retryAfter(9, Kind.WRONG_CREDENTIAL, second)).isEqualTo(Duration.ofMinutes(5));
    }
}
