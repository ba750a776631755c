package org.dcos.ui.model.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Severity;
import org.dcos.ui.model.text.Texts;

/**
 * A rule as a user types it, and what is wrong with it. The server-core checks the name and the ranges.
 *
 * @param level      of the sensor's own threshold
 * @param hysteresis in percent of that threshold
 * @param unit       empty for any
 * @param hold       in seconds
 */
public record RuleForm(UUID id, long version, String name, boolean enabled, Severity severity, Kind kind,
        Severity level, String hysteresis, String sensor, String unit, boolean above, String raiseAt, String clearAt,
        String hold) {

    /** What a rule looks at. */
    public enum Kind { BMC_UNREACHABLE, SENSOR_OWN_THRESHOLD, SENSOR_LIMIT }

    private static final String USUAL_HYSTERESIS = "2";

    /** A new one, with what most rules have. */
    public static RuleForm fresh(UUID id) {
        return new RuleForm(id, 0, "", true, Severity.WARNING, Kind.SENSOR_LIMIT, Severity.WARNING, USUAL_HYSTERESIS,
                "*Inlet*", "°C", true, "", "", "0");
    }

    public static RuleForm of(AlertRule rule) {
        var hold = Long.toString(rule.holdFor().toSeconds());
        var blank = new RuleForm(rule.id(), rule.version(), rule.name(), rule.enabled(), rule.severity(),
                Kind.BMC_UNREACHABLE, Severity.WARNING, USUAL_HYSTERESIS, "*", "", true, "", "", hold);
        return switch (rule.condition()) {
            case Condition.BmcUnreachable _ -> blank;
            case Condition.SensorOwnThreshold(var level, double percent) -> new RuleForm(rule.id(), rule.version(),
                    rule.name(), rule.enabled(), rule.severity(), Kind.SENSOR_OWN_THRESHOLD, level, plain(percent), "*",
                    "", true, "", "", hold);
            case Condition.SensorLimit limit -> new RuleForm(rule.id(), rule.version(), rule.name(), rule.enabled(),
                    rule.severity(), Kind.SENSOR_LIMIT, Severity.WARNING, USUAL_HYSTERESIS, limit.sensor(),
                    limit.unit().orElse(""), limit.above(), plain(limit.raiseAt()), plain(limit.clearAt()), hold);
        };
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What has to be mended before it can be saved, in words; empty when nothing. */
    public String problem(Texts texts) {
        if (name.isBlank()) {
            return texts.get("rule.problem.name");
        }
        if (!hold.strip().matches("[0-9]{1,6}")) {
            return texts.get("rule.problem.hold");
        }
        return switch (kind) {
            case BMC_UNREACHABLE -> "";
            case SENSOR_OWN_THRESHOLD -> number(hysteresis) ? "" : texts.get("rule.problem.hysteresis");
            case SENSOR_LIMIT -> limitProblem(texts);
        };
    }

    private String limitProblem(Texts texts) {
        if (sensor.isBlank()) {
            return texts.get("rule.problem.sensor");
        }
        if (!number(raiseAt) || !number(clearAt)) {
            return texts.get("rule.problem.limit");
        }
        double raise = Double.parseDouble(raiseAt.strip());
        double clear = Double.parseDouble(clearAt.strip());
        return (above ? clear > raise : clear < raise)
                ? texts.get(above ? "rule.problem.clear.above" : "rule.problem.clear.below")
                : "";
    }

    private static boolean number(String text) {
        return text.strip().matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
    }

    /** To be asked only when there is no problem. */
    public AlertRule rule() {
        Condition condition = switch (kind) {
            case BMC_UNREACHABLE -> new Condition.BmcUnreachable();
            case SENSOR_OWN_THRESHOLD ->
                    new Condition.SensorOwnThreshold(level, Double.parseDouble(hysteresis.strip()));
            case SENSOR_LIMIT -> new Condition.SensorLimit(sensor.strip(),
                    Optional.of(unit.strip()).filter(text -> !text.isEmpty()), above,
                    Double.parseDouble(raiseAt.strip()), Double.parseDouble(clearAt.strip()));
        };
        return new AlertRule(id, version, name.strip(), enabled, severity, condition,
                Duration.ofSeconds(Long.parseLong(hold.strip())));
    }
}
