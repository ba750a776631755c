package org.dcos.server.alert;

import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;

/** Holds a reading against a condition: pure functions, that make no garbage, for they run for every reading. */
final class Judge {

    static Verdict judge(SensorOwnThreshold condition, SensorReading reading) {
        if (reading.level() == Level.UNAVAILABLE) {
            return Verdict.UNKNOWN;
        }
        return reading.value().isPresent() ? byThreshold(condition, reading, reading.value().get())
                : byState(condition.level(), reading.level());
    }

    private static Verdict byThreshold(SensorOwnThreshold condition, SensorReading reading, double value) {
        var thresholds = reading.thresholds();
        var upper = Limits.upper(thresholds, condition.level());
        var lower = Limits.lower(thresholds, condition.level());
        if (upper.isEmpty() && lower.isEmpty() || Limits.contradictory(lower, upper)) {
            return Verdict.NOT_COVERED;
        }
        if (Double.isNaN(value)) {
            return Verdict.UNKNOWN;
        }
        if (upper.isPresent() && value >= upper.get() || lower.isPresent() && value <= lower.get()) {
            return Verdict.TRUE;
        }
        boolean clear = upper.isEmpty() || value < upper.get()
                - Limits.margin(upper.get(), thresholds, condition.level(), condition.hysteresisPercent());
        clear &= lower.isEmpty() || value > lower.get()
                + Limits.margin(lower.get(), thresholds, condition.level(), condition.hysteresisPercent());
        return clear ? Verdict.FALSE : Verdict.BETWEEN;
    }

    /** A discrete sensor has states for thresholds, e.g. a failed power supply; its level says how bad they are. */
    private static Verdict byState(Severity wanted, Level level) {
        return switch (level) {
            case OK -> Verdict.FALSE;
            case WARNING -> wanted == Severity.CRITICAL ? Verdict.FALSE : Verdict.TRUE;
            case CRITICAL -> Verdict.TRUE;
            case UNAVAILABLE -> Verdict.UNKNOWN;
        };
    }

    /** @param names matches the names of the sensors that the condition is for */
    static Verdict judge(SensorLimit condition, Glob names, SensorReading reading) {
        if (condition.unit().isPresent() && !condition.unit().get().equals(reading.unit())
                || !names.matches(reading.name())) {
            return Verdict.NOT_COVERED;
        }
        if (reading.level() == Level.UNAVAILABLE || reading.value().isEmpty() || Double.isNaN(reading.value().get())) {
            return Verdict.UNKNOWN;
        }
        double value = reading.value().get();
        if (condition.above() ? value > condition.raiseAt() : value < condition.raiseAt()) {
            return Verdict.TRUE;
        }
        boolean clear = condition.above() ? value < condition.clearAt() : value > condition.clearAt();
        return clear ? Verdict.FALSE : Verdict.BETWEEN;
    }

    private Judge() {}
}
