package org.dcos.ui.canvas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.dcos.ui.canvas.chart.Ticks.TimeTick;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void steps_are_one_two_or_five_times_a_power_of_ten() {
        assertThat(Ticks.step(40, 5)).isEqualTo(10);
        assertThat(Ticks.step(9, 5)).isEqualTo(2);
        assertThat(Ticks.step(0.3, 4)).isEqualTo(0.1);
        assertThat(Ticks.step(2300, 5)).isEqualTo(500);
    }

    @Test
    void values_are_multiples_of_the_step() {
        assertThat(Ticks.values(-3, 12, 5)).containsExactly(0.0, 5.0, 10.0);
    }

    @Test
    void labels_have_the_decimals_of_the_step_and_thousands_marks() {
        assertThat(Ticks.label(9120, 500)).isEqualTo("9,120");
        assertThat(Ticks.label(1.25, 0.05)).isEqualTo("1.25");
        assertThat(Ticks.label(-0.0001, 0.1)).isEqualTo("0.0");
    }

    @Test
    void times_are_round_in_the_local_zone() {
        var ticks = Ticks.times(at("2026-11-23T01:10:00Z"), at("2026-11-23T05:00:00Z"), SHANGHAI, 5);

        assertThat(ticks).extracting(TimeTick::label).containsExactly("10:00", "11:00", "12:00", "13:00");
    }

    @Test
    void midnight_is_written_as_the_date() {
        var ticks = Ticks.times(at("2026-11-22T12:00:00Z"), at("2026-11-23T00:00:00Z"), SHANGHAI, 4);

        assertThat(ticks).extracting(TimeTick::label).containsExactly("21:00", "11-23", "03:00", "06:00");
    }

    @Test
    void a_short_stretch_has_seconds() {
        var ticks = Ticks.times(at("2026-11-23T05:00:02Z"), at("2026-11-23T05:00:22Z"), SHANGHAI, 4);

        assertThat(ticks).extracting(TimeTick::label).containsExactly("13:00:05", "13:00:10", "13:00:15", "13:00:20");
    }

    @Test
    void times_stay_round_after_a_change_of_the_clock() {
        var berlin = ZoneId.of("Europe/Berlin"); // 25 October 2026, 03:00 becomes 02:00

        var ticks = Ticks.times(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"), berlin, 5);

        assertThat(ticks.getLast().label()).isEqualTo("10-26");
    }

    @Test
    void there_are_never_more_than_asked_for_by_much() {
        for (long seconds = 2; seconds < 40_000_000; seconds = seconds * 3 / 2 + 1) {
            var from = at("2026-01-03T07:11:13Z");
            assertThat(Ticks.times(from, from.plusSeconds(seconds), SHANGHAI, 6)).hasSizeLessThanOrEqualTo(8);
        }
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
