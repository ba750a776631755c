package org.dcos.server.alert;

import java.time.Duration;
import java.util.Locale;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Finding.Threshold;

/** What alerts say to users of the API and in logs, in English. Times are in the alert's own fields. */
final class Texts {

    static final int LONGEST = 1_000;

    /** One line. */
    static String what(Finding finding) {
        return switch (finding) {
            case Finding.BmcUnreachable _ -> "BMC is unreachable";
            case Finding.SensorBeyondLimit(var sensor, var value, var unit, _, var limit, _, _, _) ->
                    beyond(sensor, value, limit, unit);
            case Finding.SensorBeyondThreshold(var sensor, var value, var unit, _, _, var limit, _, _) ->
                    beyond(sensor, value, limit, unit);
            case Finding.SensorInState(var sensor, var states, var level, _) -> sensor + ": "
                    + (states.isEmpty() ? "state is " + level : clip(String.join(", ", states)));
        };
    }

    private static String beyond(String sensor, double value, double limit, String unit) {
        String relation = value > limit ? "above" : value < limit ? "below" : "at";
        return "%s %s %s %s".formatted(sensor, number(value, unit), relation, number(limit, unit));
    }

    static String why(Finding finding) {
        return switch (finding) {
            case Finding.BmcUnreachable(var said, _, var held) ->
                    said + (held.isZero() ? "" : " It has been so%s.".formatted(held(held)));
            case Finding.SensorBeyondLimit limit ->
                    "Value %s is %s the limit %s of the rule \"%s\"%s; it clears %s %s.".formatted(
                            number(limit.value(), limit.unit()), limit.above() ? "above" : "below",
                            number(limit.limit(), limit.unit()), limit.rule(), held(limit.held()),
                            limit.above() ? "below" : "above", number(limit.clearsAt(), limit.unit()));
            case Finding.SensorBeyondThreshold own ->
                    "Value %s is at or %s the %s %s threshold %s of the sensor%s; it clears %s %s.".formatted(
                            number(own.value(), own.unit()), own.above() ? "above" : "below",
                            own.above() ? "upper" : "lower", name(own.threshold()), number(own.limit(), own.unit()),
                            held(own.held()), own.above() ? "below" : "above", number(own.clearsAt(), own.unit()));
            case Finding.SensorInState(_, _, var level, var held) ->
                    "The sensor's state is %s%s.".formatted(level, held(held));
        };
    }

    private static String name(Threshold threshold) {
        return switch (threshold) {
            case NON_CRITICAL -> "non-critical";
            case CRITICAL -> "critical";
            case NON_RECOVERABLE -> "non-recoverable";
        };
    }

    /** Adds how it ended. */
    static String ended(Alert alert, Ending ending) {
        return "%s Ended: %s".formatted(alert.why(), how(ending)).strip();
    }

    private static String how(Ending ending) {
        return switch (ending) {
            case Ending.ValueBack(double value, String unit) -> "Value is back at %s.".formatted(number(value, unit));
            case Ending.StateBack(var level) -> "The sensor's state is %s again.".formatted(level);
            case Ending.Because(var reason) -> switch (reason) {
                case BMC_ANSWERS -> "The BMC answers again.";
                case RULE_GONE -> "The rule was deleted or disabled.";
                case RULE_CHANGED -> "The rule no longer covers it.";
                case UNWATCHED -> "The server was deleted or has no BMC any more.";
                case SENSOR_GONE -> "The BMC no longer reports this sensor.";
                case TAKEN_OVER -> "The alert on its critical threshold took over.";
                case TWICE -> "Another alert says the same.";
            };
        };
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

    /** As many digits as the unit needs: {@code 44.1 °C}, {@code 12.06 V}, {@code 3960 rpm}. */
    static String number(double value, String unit) {
        String digits = unit.equals("V") || unit.equals("A") ? "%.2f" : Math.abs(value) >= 1_000 ? "%.0f" : "%.1f";
        return (String.format(Locale.ROOT, digits, value) + " " + unit).strip();
    }

    private Texts() {}
}
