package org.dcos.server.alert;

import java.util.Optional;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Finding.Threshold;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.sensor.SensorReading;

/** Takes apart what made a rule true: pure functions. */
final class Findings {

    /** @param said what the collector says about the silence; @param trouble the same in parts */
    static Finding silent(AlertRule rule, String said, Optional<BmcTrouble> trouble) {
        return new Finding.BmcUnreachable(Texts.clip(said), trouble, rule.holdFor());
    }

    /** @param subject the sensor's name */
    static Finding of(AlertRule rule, String subject, SensorReading reading) {
        if (reading.value().isEmpty()) {
            return new Finding.SensorInState(subject, reading.states(), reading.level(), rule.holdFor());
        }
        double value = reading.value().get();
        return switch (rule.condition()) {
            case SensorLimit limit -> new Finding.SensorBeyondLimit(subject, value, reading.unit(), limit.above(),
                    limit.raiseAt(), limit.clearAt(), rule.name(), rule.holdFor());
            case SensorOwnThreshold own -> beyond(rule, own, subject, value, reading);
            case BmcUnreachable _ -> silent(rule, "", Optional.empty());
        };
    }

    private static Finding beyond(AlertRule rule, SensorOwnThreshold own, String subject, double value,
            SensorReading reading) {
        var thresholds = reading.thresholds();
        var upper = Limits.upper(thresholds, own.level());
        boolean above = upper.isPresent() && value >= upper.get();
        double limit = above ? upper.get() : Limits.lower(thresholds, own.level()).orElse(value);
        double margin = Limits.margin(limit, thresholds, own.level(), own.hysteresisPercent());
        return new Finding.SensorBeyondThreshold(subject, value, reading.unit(), above,
                threshold(own, reading, above), limit, above ? limit - margin : limit + margin, rule.holdFor());
    }

    private static Threshold threshold(SensorOwnThreshold own, SensorReading reading, boolean upper) {
        var thresholds = reading.thresholds();
        return switch (own.level()) {
            case INFO, WARNING -> Threshold.NON_CRITICAL;
            case CRITICAL -> (upper ? thresholds.upperCritical() : thresholds.lowerCritical()).isPresent()
                    ? Threshold.CRITICAL
                    : Threshold.NON_RECOVERABLE;
        };
    }

    /** How a reading ended the alert. */
    static Ending back(SensorReading reading) {
        return reading.value().isPresent() ? new Ending.ValueBack(reading.value().get(), reading.unit())
                : new Ending.StateBack(reading.level());
    }

    private Findings() {}
}
