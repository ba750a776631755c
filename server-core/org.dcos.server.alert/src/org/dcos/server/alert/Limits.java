package org.dcos.server.alert;

import java.util.Optional;

import org.dcos.domain.alert.Severity;
import org.dcos.domain.sensor.SensorReading.Thresholds;

/** A sensor's own thresholds as a rule sees them: which one counts, and by how much it has to be left again. */
final class Limits {

    /** Where both limits are there, the hysteresis takes at most this part of the range, so that some of it stays. */
    private static final double MOST_OF_RANGE = 0.25;

    /** At or above it is beyond (IPMI v2.0 §35.14); empty when the sensor has none. */
    static Optional<Double> upper(Thresholds thresholds, Severity level) {
        return switch (level) {
            case INFO, WARNING -> thresholds.upperNonCritical();
            case CRITICAL -> thresholds.upperCritical().isPresent() ? thresholds.upperCritical()
                    : thresholds.upperNonRecoverable();
        };
    }

    /** At or below it is beyond. */
    static Optional<Double> lower(Thresholds thresholds, Severity level) {
        return switch (level) {
            case INFO, WARNING -> thresholds.lowerNonCritical();
            case CRITICAL -> thresholds.lowerCritical().isPresent() ? thresholds.lowerCritical()
                    : thresholds.lowerNonRecoverable();
        };
    }

    /** Limits that leave nothing between them are none: some BMCs fill in zeros where they have nothing to say. */
    static boolean contradictory(Optional<Double> lower, Optional<Double> upper) {
        return lower.isPresent() && upper.isPresent() && lower.get() >= upper.get();
    }

    /** By how much the value has to be back within the limit, in the sensor's unit. */
    static double margin(double limit, Thresholds thresholds, Severity level, double hysteresisPercent) {
        double margin = Math.max(thresholds.hysteresis(), Math.abs(limit) * hysteresisPercent / 100);
        var lower = lower(thresholds, level);
        var upper = upper(thresholds, level);
        return lower.isPresent() && upper.isPresent() ? Math.min(margin, (upper.get() - lower.get()) * MOST_OF_RANGE)
                : margin;
    }

    private Limits() {}
}
