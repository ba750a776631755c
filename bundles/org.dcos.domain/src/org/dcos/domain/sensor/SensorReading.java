package org.dcos.domain.sensor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One sensor as read from a BMC.
 *
 * @param number     sensor number together with its owner LUN: {@code lun << 8 | number}, unique within a BMC
 * @param type       sensor type in words (IPMI v2.0 table 42-3), e.g. {@code Temperature}
 * @param value      in {@code unit}; empty for discrete sensors and where the BMC says unavailable
 * @param unit       UCUM-like text as shown: {@code °C}, {@code rpm}, {@code V}, {@code W}; empty for discrete
 * @param states     asserted discrete states in words
 * @param level      how bad, by the sensor's own thresholds or discrete meaning
 * @param thresholds those the sensor has
 */
public record SensorReading(int number, String name, String type, Optional<Double> value, String unit,
        List<String> states, Level level, Thresholds thresholds, Instant taken) {

    public SensorReading {
        states = List.copyOf(states);
    }

    /** UNAVAILABLE: the BMC has no reading now, as for fans of a machine that is off. */
    public enum Level {
        OK, WARNING, CRITICAL, UNAVAILABLE
    }

    /** Limits in the sensor's unit: non-critical, critical, non-recoverable (IPMI v2.0 §35.9); its own hysteresis. */
    public record Thresholds(Optional<Double> lowerNonRecoverable, Optional<Double> lowerCritical,
            Optional<Double> lowerNonCritical, Optional<Double> upperNonCritical, Optional<Double> upperCritical,
            Optional<Double> upperNonRecoverable, double hysteresis) {

        public static final Thresholds NONE = new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }
}
