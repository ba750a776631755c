package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    @ParameterizedTest
    @ValueSource(ints = {50, 1_000, 20_000, 1_000_000})
    void a_second_sees_no_more_packets_than_asked_for_and_not_many_less(int mostPerSecond) {
        long begin = Long.MAX_VALUE - 500 * MILLI; // the monotonic clock may run over its end
        var pacer = new Pacer(mostPerSecond, begin);
        takeAll(pacer, begin);

        int taken = 0;
        for (int milli = 1; milli <= 1_000; milli++) {
            taken += takeAll(pacer, begin + milli * MILLI);
        }

        assertThat(taken).isBetween((int) (mostPerSecond * 0.97), mostPerSecond);
    }

    @Test
    void packets_that_were_not_sent_are_not_made_up_for() {
        var pacer = new Pacer(1_000, 0);
        takeAll(pacer, 0);

        assertThat(takeAll(pacer, 60_000 * MILLI)).isLessThanOrEqualTo(11);
    }

    @Test
    void the_wait_until_the_next_packet_is_long_enough() {
        var pacer = new Pacer(10, 0);
        takeAll(pacer, 0);
        long wait = pacer.nanosUntilNext(0);

        assertThat(wait).isPositive();
        assertThat(pacer.take(wait - 1)).isFalse();
        assertThat(pacer.take(wait)).isTrue();
    }

    private static int takeAll(Pacer pacer, long now) {
        int taken = 0;
        while (pacer.take(now)) {
            taken++;
        }
        return taken;
    }
}
