package org.dcos.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Glob ANY = new Glob("*");

    @ParameterizedTest
    @CsvSource({"20, FALSE, FALSE", "37.5, BETWEEN, FALSE", "38, TRUE, FALSE", "41.5, TRUE, BETWEEN", "42, TRUE, TRUE",
        "99, TRUE, TRUE", "5, TRUE, FALSE", "5.5, BETWEEN, FALSE", "0, TRUE, TRUE", "0.5, TRUE, BETWEEN",
        "NaN, UNKNOWN, UNKNOWN"})
    void judges_by_the_sensors_own_thresholds_and_hysteresis(double celsius, Verdict warning, Verdict critical) {
        assertThat(Judge.judge(new SensorOwnThreshold(Severity.WARNING, 0), Samples.inlet(celsius))).isEqualTo(warning);
        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), Samples.inlet(celsius)))
                .isEqualTo(critical);
    }

    @Test
    void takes_the_larger_of_both_hystereses() {
        var tenPercent = new SensorOwnThreshold(Severity.CRITICAL, 10);

        assertThat(Judge.judge(tenPercent, Samples.inlet(38))).isEqualTo(Verdict.BETWEEN);
        assertThat(Judge.judge(tenPercent, Samples.inlet(37.7))).isEqualTo(Verdict.FALSE);
    }

    @Test
    void always_leaves_a_part_of_the_range_in_which_it_clears() {
        var narrow = new Thresholds(Optional.empty(), Optional.of(11.0), Optional.empty(), Optional.empty(),
                Optional.of(13.0),
                Optional.empty(), 5);

        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 50), Samples.reading(1, "12V", 12, narrow)))
                .isEqualTo(Verdict.FALSE);
    }

    @Test
    void does_not_concern_a_sensor_without_that_threshold() {
        var onlyCritical = new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(42.0), Optional.empty(), 0);

        assertThat(Judge.judge(new SensorOwnThreshold(Severity.WARNING, 0), Samples.reading(1, "T", 99, onlyCritical)))
                .isEqualTo(Verdict.NOT_COVERED);
        assertThat(
                Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), Samples.reading(1, "T", 99, Thresholds.NONE)))
                        .isEqualTo(Verdict.NOT_COVERED);
    }

    @Test
    void takes_the_non_recoverable_threshold_where_there_is_no_critical_one() {
        var limits = new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.of(90.0), 0);

        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), Samples.reading(1, "T", 90, limits)))
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void ignores_thresholds_that_contradict_each_other() {
        var zeros = new Thresholds(Optional.empty(), Optional.of(0.0), Optional.empty(), Optional.empty(),
                Optional.of(0.0),
                Optional.empty(), 0);

        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), Samples.reading(1, "T", 20, zeros)))
                .isEqualTo(Verdict.NOT_COVERED);
    }

    @Test
    void judges_a_discrete_sensor_by_its_level() {
        var failed = Samples.discrete("PSU1", Level.CRITICAL, "Failure detected");

        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), failed)).isEqualTo(Verdict.TRUE);
        assertThat(Judge.judge(new SensorOwnThreshold(Severity.CRITICAL, 0), Samples.discrete("PSU1", Level.OK)))
                .isEqualTo(Verdict.FALSE);
    }

    @Test
    void an_unavailable_reading_says_nothing() {
        assertThat(Judge.judge(new SensorOwnThreshold(Severity.WARNING, 0), Samples.unavailable("Inlet Temp")))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(Judge.judge(Samples.above("*", 1, 1), ANY, Samples.unavailable("Inlet Temp")))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"true, 40.1, TRUE", "true, 40, BETWEEN", "true, 38, BETWEEN", "true, 37.9, FALSE",
        "false, 39.9, TRUE", "false, 40, BETWEEN", "false, 42, BETWEEN", "false, 42.1, FALSE"})
    void judges_by_a_limit_of_ours(boolean above, double value, Verdict verdict) {
        var limit = new SensorLimit("*", Optional.of("°C"), above, 40, above ? 38 : 42);

        assertThat(Judge.judge(limit, ANY, Samples.inlet(value))).isEqualTo(verdict);
    }

    @Test
    void a_limit_concerns_sensors_of_its_unit_and_name_alone() {
        assertThat(Judge.judge(new SensorLimit("*", Optional.of("W"), true, 1, 1), ANY, Samples.inlet(20)))
                .isEqualTo(Verdict.NOT_COVERED);
        assertThat(Judge.judge(Samples.above("*CPU*", 1, 1), new Glob("*CPU*"), Samples.inlet(20)))
                .isEqualTo(Verdict.NOT_COVERED);
    }

    @ParameterizedTest
    @CsvSource({"*inlet*, Inlet Temp, true", "*, '', true", "'', '', true", "a*b*c, aXXbYYc, true",
        "a*b*c, aXXbYY, false",
        "CPU, CPU1, false", "CPU*, cpu1, true", "*a*a, aa, true", "*a*a, a, false", "**, x, true"})
    void a_star_stands_for_any_text(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }
}
