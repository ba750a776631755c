package org.dcos.server.oob;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.net.ipmi.client.SensorValue;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;

/** Says in the domain's words what a BMC's sensor reads: pure functions. */
final class SensorReadings {

    private static final int LUN_SHIFT = 8;
    private static final Set<Threshold> WARNING = Set.of(Threshold.LOWER_NON_CRITICAL, Threshold.UPPER_NON_CRITICAL);
    /** Beginnings of discrete states (IPMI v2.0 tables 42-2 and 42-3) that ask for a look; words asking for action. */
    private static final List<String> WARNING_BEGINNINGS = List.of("predictive", "degraded", "redundancy",
            "not redundant",
            "correctable", "rebuild", "limit exceeded", "performance lags", "non-critical", "in critical array",
            "input out of range", "configuration error", "in test", "throttled", "bus degraded");
    private static final List<String> WARNING_WORDS = List.of("intrusion", "degraded or unavailable");
    private static final List<String> CRITICAL_WORDS = List.of("fail", "fault", "lost", "critical", "non-recoverable",
            "uncorrectable", "thermal trip", "ierr", "parity error", "fatal", "install error", "240 va power down");

    private SensorReadings() {}

    static SensorReading of(SensorValue value, Thresholds thresholds, Instant taken) {
        var common = value.sensor().common();
        var number = value.value().isPresent() ? Optional.of(value.value().getAsDouble()) : Optional.<Double>empty();
        return new SensorReading(common.lun() << LUN_SHIFT | common.number(), value.sensor().name(), common.typeText(),
                number,
                common.isThreshold() ? unit(common.units().symbol()) : "", value.states(),
                level(value, number, thresholds),
                thresholds, taken);
    }

    /** Rotations are written small everywhere in the console. */
    private static String unit(String symbol) {
        return symbol.equals("RPM") ? "rpm" : symbol;
    }

    private static Level level(SensorValue value, Optional<Double> number, Thresholds thresholds) {
        if (value.status() != SensorValue.Status.READ) {
            return Level.UNAVAILABLE;
        }
        return worse(worse(ofCrossed(value.crossed()), ofStates(value.states())),
                number.map(n -> ofValue(n, thresholds)).orElse(Level.OK));
    }

    private static Level ofCrossed(Set<Threshold> crossed) {
        return crossed.isEmpty() ? Level.OK : WARNING.containsAll(crossed) ? Level.WARNING : Level.CRITICAL;
    }

    static Level ofStates(List<String> states) {
        return states.stream().map(state -> state.toLowerCase(Locale.ROOT)).map(SensorReadings::ofState)
                .reduce(Level.OK, SensorReadings::worse);
    }

    private static Level ofState(String state) {
        if (state.contains("deasserted") || state.contains("not exceeded")) {
            return Level.OK;
        }
        if (WARNING_BEGINNINGS.stream().anyMatch(state::startsWith)
                || WARNING_WORDS.stream().anyMatch(state::contains)) {
            return Level.WARNING;
        }
        return CRITICAL_WORDS.stream().anyMatch(state::contains) ? Level.CRITICAL : Level.OK;
    }

    /** Some BMCs do not compare by themselves. */
    private static Level ofValue(double value, Thresholds limits) {
        boolean critical = above(value, limits.upperCritical()) || above(value, limits.upperNonRecoverable())
                || below(value, limits.lowerCritical()) || below(value, limits.lowerNonRecoverable());
        if (critical) {
            return Level.CRITICAL;
        }
        return above(value, limits.upperNonCritical()) || below(value, limits.lowerNonCritical()) ? Level.WARNING
                : Level.OK;
    }

    private static boolean above(double value, Optional<Double> limit) {
        return limit.isPresent() && value >= limit.get();
    }

    private static boolean below(double value, Optional<Double> limit) {
        return limit.isPresent() && value <= limit.get();
    }

    private static Level worse(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Thresholds thresholds(SensorRecord sensor, Map<Threshold, Double> values) {
        return new Thresholds(Optional.ofNullable(values.get(Threshold.LOWER_NON_RECOVERABLE)),
                Optional.ofNullable(values.get(Threshold.LOWER_CRITICAL)),
                Optional.ofNullable(values.get(Threshold.LOWER_NON_CRITICAL)),
                Optional.ofNullable(values.get(Threshold.UPPER_NON_CRITICAL)),
                Optional.ofNullable(values.get(Threshold.UPPER_CRITICAL)),
                Optional.ofNullable(values.get(Threshold.UPPER_NON_RECOVERABLE)), hysteresis(sensor));
    }

    /** In the sensor's unit: the greater of both directions, as a distance on the scale of a linear sensor. */
    private static double hysteresis(SensorRecord sensor) {
        if (!(sensor instanceof FullSensor full) || full.isNonLinear()) {
            return 0;
        }
        var conversion = full.conversion();
        var zero = conversion.value(0);
        return Stream.of(full.positiveHysteresis(), full.negativeHysteresis()).map(conversion::value)
                .filter(value -> value.isPresent() && zero.isPresent())
                .mapToDouble(value -> Math.abs(value.getAsDouble() - zero.getAsDouble())).max().orElse(0);
    }
}
