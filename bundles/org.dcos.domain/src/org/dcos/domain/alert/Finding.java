package org.dcos.domain.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.sensor.SensorReading.Level;

/**
 * What an alert found when it was raised, in parts, so that each reader can be told in his own language. The same in
 * English sentences is in the alert.
 */
public sealed interface Finding {

    /** How long it had been so; zero where the rule has no hold time. */
    Duration held();

    /** @param said in English, for where there are no parts */
    record BmcUnreachable(String said, Optional<BmcTrouble> trouble, Duration held) implements Finding {}

    /**
     * A value beyond a limit that a rule sets.
     *
     * @param rule     name of the rule
     * @param above    beyond means above, else below
     * @param clearsAt the alert ends when the value is back beyond this
     */
    record SensorBeyondLimit(String sensor, double value, String unit, boolean above, double limit, double clearsAt,
            String rule, Duration held) implements Finding {}

    /** A value at or beyond one of the sensor's own thresholds. */
    record SensorBeyondThreshold(String sensor, double value, String unit, boolean above, Threshold threshold,
            double limit, double clearsAt, Duration held) implements Finding {}

    /** A discrete sensor in a state that is not well. @param states as the IPMI specification names them */
    record SensorInState(String sensor, List<String> states, Level level, Duration held) implements Finding {
        public SensorInState {
            states = List.copyOf(states);
        }
    }

    /** Which of a sensor's own thresholds (IPMI v2.0 §35.9). */
    enum Threshold {
        NON_CRITICAL, CRITICAL, NON_RECOVERABLE
    }
}
