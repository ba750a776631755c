package org.dcos.server.alert;

import java.time.Duration;
import java.util.Locale;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.sensor.SensorReading;

/** What alerts say to operators. Times are in the alert's own fields. */
final class Texts {

    static final int LONGEST = 1_000;
    static final String BMC_SILENT = "BMC is unreachable";
    static final String BMC_ANSWERS = "The BMC answers again.";
    static final String RULE_GONE = "The rule was deleted or disabled.";
    static final String RULE_CHANGED = "The rule no longer covers it.";
    static final String UNWATCHED = "The server was deleted or has no BMC any more.";
    static final String SENSOR_GONE = "The BMC no longer reports this sensor.";
    static final String TAKEN_OVER = "The alert on its critical threshold took over.";
    static final String TWICE = "Another alert says the same.";

    /** One line. @param subject the sensor's name */
    static String what(Condition condition, String subject, SensorReading reading) {
        if (reading.value().isEmpty()) {
            return subject + ": " + (reading.states().isEmpty() ? "state is " + reading.level()
                    : clip(String.join(", ", reading.states())));
        }
        double value = reading.value().get();
        double limit = limit(condition, reading);
        String relation = value > limit ? "above" : value < limit ? "below" : "at";
        return "%s %s %s %s".formatted(subject, number(value, reading.unit()), relation, number(limit, reading.unit()));
    }

    /** The limit that the value is beyond. */
    private static double limit(Condition condition, SensorReading reading) {
        double value = reading.value().orElseThrow();
        return switch (condition) {
            case SensorLimit limit -> limit.raiseAt();
            case SensorOwnThreshold own -> {
                var upper = Limits.upper(reading.thresholds(), own.level());
                yield upper.isPresent() && value >= upper.get() ? upper.get()
                        : Limits.lower(reading.thresholds(), own.level()).orElse(value);
            }
            case BmcUnreachable _ -> value;
        };
    }

    static String why(AlertRule rule, SensorReading reading) {
        return switch (rule.condition()) {
            case SensorLimit limit -> "Value %s is %s the limit %s of the rule \"%s\"%s; it clears %s %s.".formatted(
                    value(reading), limit.above() ? "above" : "below", number(limit.raiseAt(), reading.unit()),
                    rule.name(),
                    held(rule.holdFor()), limit.above() ? "below" : "above", number(limit.clearAt(), reading.unit()));
            case SensorOwnThreshold own when reading.value().isPresent() -> whyOwn(own, reading, held(rule.holdFor()));
            case SensorOwnThreshold _ -> "The sensor's state is %s%s.".formatted(reading.level(), held(rule.holdFor()));
            case BmcUnreachable _ -> "";
        };
    }

    private static String whyOwn(SensorOwnThreshold own, SensorReading reading, String held) {
        var thresholds = reading.thresholds();
        double value = reading.value().orElseThrow();
        var upper = Limits.upper(thresholds, own.level());
        boolean above = upper.isPresent() && value >= upper.get();
        double limit = above ? upper.get() : Limits.lower(thresholds, own.level()).orElse(value);
        double margin = Limits.margin(limit, thresholds, own.level(), own.hysteresisPercent());
        return "Value %s is at or %s the %s %s threshold %s of the sensor%s; it clears %s %s.".formatted(value(reading),
                above ? "above" : "below", above ? "upper" : "lower", name(own, reading, above),
                number(limit, reading.unit()), held, above ? "below" : "above",
                number(above ? limit - margin : limit + margin, reading.unit()));
    }

    private static String name(SensorOwnThreshold own, SensorReading reading, boolean upper) {
        return switch (own.level()) {
            case INFO, WARNING -> "non-critical";
            case CRITICAL ->
                    (upper ? reading.thresholds().upperCritical() : reading.thresholds().lowerCritical()).isPresent()
                            ? "critical"
                            : "non-recoverable";
        };
    }

    /** @param silence what the collector says about it */
    static String whySilent(AlertRule rule, String silence) {
        return clip(silence) + (rule.holdFor().isZero() ? "" : " It has been so%s.".formatted(held(rule.holdFor())));
    }

    /** How a reading ended the alert. */
    static String back(SensorReading reading) {
        return reading.value().isPresent() ? "Value is back at %s.".formatted(value(reading))
                : "The sensor's state is %s again.".formatted(reading.level());
    }

    /** Adds how it ended. */
    static String ended(Alert alert, String reason) {
        return "%s Ended: %s".formatted(alert.why(), clip(reason)).strip();
    }

    /** What a BMC makes long stays short enough for a line and for the store. */
    static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String held(Duration holdFor) {
        if (holdFor.isZero()) {
            return "";
        }
        return holdFor.toSecondsPart() == 0 ? " for %d min".formatted(holdFor.toMinutes())
                : " for %d s".formatted(holdFor.toSeconds());
    }

    private static String value(SensorReading reading) {
        return number(reading.value().orElse(Double.NaN), reading.unit());
    }

    /** As many digits as the unit needs: {@code 44.1 °C}, {@code 12.06 V}, {@code 3960 rpm}. */
    static String number(double value, String unit) {
        String digits = unit.equals("V") || unit.equals("A") ? "%.2f" : Math.abs(value) >= 1_000 ? "%.0f" : "%.1f";
        return (String.format(Locale.ROOT, digits, value) + " " + unit).strip();
    }

    private Texts() {}
}
