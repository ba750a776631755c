package org.dcos.ui.canvas.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.sensor.SensorScale.Depth;
import org.dcos.ui.canvas.sensor.SensorScale.Limits;
import org.dcos.ui.canvas.sensor.SensorScale.Zone;
import org.junit.jupiter.api.Test;

class SensorScaleTest {

    private static Limits limits(Double lowerFatal, Double lower, Double upperWarning, Double upper,
            Double upperFatal) {
        return new Limits(Optional.ofNullable(lowerFatal), Optional.ofNullable(lower), Optional.empty(),
                Optional.ofNullable(upperWarning), Optional.ofNullable(upper), Optional.ofNullable(upperFatal));
    }

    @Test
    void aTemperatureHasItsZonesSideBySideFromZero() {
        var scale = SensorScale.of(OptionalDouble.of(24), limits(null, null, 38.0, 42.0, 46.0), 0);

        assertThat(scale.low()).isZero();
        assertThat(scale.zones()).extracting(Zone::depth).containsExactly(Depth.NORMAL, Depth.NON_CRITICAL,
                Depth.CRITICAL, Depth.NON_RECOVERABLE);
        assertThat(scale.zones()).extracting(Zone::from).containsExactly(0.0, 38.0, 42.0, 46.0);
        assertThat(scale.zones().getLast().to()).isEqualTo(scale.high());
    }

    @Test
    void aVoltageStandsInTheMiddleBetweenItsLimits() {
        var scale = SensorScale.of(OptionalDouble.of(12), limits(null, 10.8, null, 13.2, null), 0);

        assertThat(scale.share(12)).isCloseTo(0.5, within(0.01));
        assertThat(scale.zones()).extracting(Zone::depth).containsExactly(Depth.CRITICAL, Depth.NORMAL,
                Depth.CRITICAL);
    }

    @Test
    void aValueFarBeyondItsLimitsIsStillOnTheLine() {
        var scale = SensorScale.of(OptionalDouble.of(120), limits(null, null, 38.0, 42.0, null), 0);

        assertThat(scale.high()).isGreaterThan(120);
        assertThat(scale.share(120)).isLessThan(1);
    }

    @Test
    void limitsOutOfOrderCountAsTheWorseOfThem() {
        var scale = SensorScale.of(OptionalDouble.of(20), limits(null, null, 45.0, 40.0, null), 0);

        assertThat(scale.zones()).extracting(Zone::depth).containsExactly(Depth.NORMAL, Depth.CRITICAL);
    }

    @Test
    void sensorsWithoutLimitsCompareWithTheLargestOfTheirKind() {
        var scale = SensorScale.of(OptionalDouble.of(4500), Limits.NONE, 9000);

        assertThat(scale.zones()).extracting(Zone::depth).containsExactly(Depth.PLAIN);
        assertThat(scale.share(4500)).isCloseTo(0.446, within(0.001));
    }

    @Test
    void aSensorWithoutAReadingKeepsItsZones() {
        var scale = SensorScale.of(OptionalDouble.empty(), limits(5.0, 10.0, null, null, null), 0);

        assertThat(scale.value()).isEmpty();
        assertThat(scale.zones()).extracting(Zone::depth).containsExactly(Depth.NON_RECOVERABLE, Depth.CRITICAL,
                Depth.NORMAL);
        assertThat(scale.share(Double.NEGATIVE_INFINITY)).isZero();
    }
}
