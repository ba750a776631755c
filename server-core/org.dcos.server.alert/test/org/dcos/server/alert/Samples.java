package org.dcos.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;

/** Test data. */
final class Samples {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final UUID SERVER = new UUID(1, 1);
    /** Lower non-critical 5, critical 0; upper non-critical 38, critical 42; hysteresis 1. */
    static final Thresholds INLET = new Thresholds(Optional.empty(), Optional.of(0.0), Optional.of(5.0),
            Optional.of(38.0),
            Optional.of(42.0), Optional.empty(), 1);

    static final AlertRule UNREACHABLE = rule(1, Severity.WARNING, new BmcUnreachable(), 30);
    static final AlertRule CRITICAL = rule(2, Severity.CRITICAL, new SensorOwnThreshold(Severity.CRITICAL, 0), 0);
    static final AlertRule WARNING = rule(3, Severity.WARNING, new SensorOwnThreshold(Severity.WARNING, 0), 0);

    static AlertRule rule(int n, Severity severity, Condition condition, int holdSeconds) {
        return new AlertRule(new UUID(9, n), 1, "Rule " + n, true, severity, condition,
                Duration.ofSeconds(holdSeconds));
    }

    static SensorLimit above(String sensor, double raise, double clear) {
        return new SensorLimit(sensor, Optional.empty(), true, raise, clear);
    }

    static SensorReading inlet(double celsius) {
        return reading(1, "Inlet Temp", celsius, INLET);
    }

    static SensorReading reading(int number, String name, double value, Thresholds thresholds) {
        return new SensorReading(number, name, "Temperature", Optional.of(value), "°C", List.of(), Level.OK, thresholds,
                START);
    }

    static SensorReading unavailable(String name) {
        return new SensorReading(1, name, "Temperature", Optional.empty(), "°C", List.of(), Level.UNAVAILABLE, INLET,
                START);
    }

    static SensorReading discrete(String name, Level level, String... states) {
        return new SensorReading(8, name, "Power Supply", Optional.empty(), "", List.of(states), level, Thresholds.NONE,
                START);
    }

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static Observation sensors(long seconds, SensorReading... readings) {
        return new Observation.Sensors(SERVER, at(seconds), List.of(readings));
    }

    static Observation silent(long seconds) {
        return new Observation.Silent(SERVER, at(seconds), "No answer from 10.0.0.1:623 after 4 tries in 6 s.");
    }

    static Observation power(long seconds) {
        return new Observation.Power(SERVER, at(seconds), org.dcos.domain.power.PowerState.ON);
    }

    private Samples() {}
}
