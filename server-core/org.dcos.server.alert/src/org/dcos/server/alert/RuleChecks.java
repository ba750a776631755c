package org.dcos.server.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;

/** What a rule has to fulfil. */
final class RuleChecks {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_UNIT = 40;
    static final Duration LONGEST_HOLD = Duration.ofDays(1);
    static final double MOST_HYSTERESIS = 50;

    /**
     * @param others the rules there are; the rule itself may be among them. @throws Invalid naming every broken rule
     */
    static void check(AlertRule rule, List<AlertRule> others) throws Invalid {
        var violations = new ArrayList<Violation>();
        checkText(violations, "name", "A name", rule.name());
        for (var other : others) {
            if (!other.id().equals(rule.id()) && other.name().equalsIgnoreCase(rule.name().strip())) {
                violations.add(new Violation("name",
                        "There is a rule \"%s\" already. Choose another name.".formatted(other.name())));
            }
        }
        if (rule.holdFor().isNegative() || rule.holdFor().compareTo(LONGEST_HOLD) > 0) {
            violations.add(new Violation("holdFor", "A hold time of %d s is not between 0 s and %d s (1 day)."
                    .formatted(rule.holdFor().toSeconds(), LONGEST_HOLD.toSeconds())));
        }
        switch (rule.condition()) {
            case BmcUnreachable _ -> {}
            case SensorOwnThreshold own -> checkOwn(violations, own);
            case SensorLimit limit -> checkLimit(violations, limit);
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static void checkOwn(List<Violation> violations, SensorOwnThreshold own) {
        if (own.level() == Severity.INFO) {
            violations.add(new Violation("condition.level",
                    "A sensor has no INFO threshold. WARNING is the non-critical one, CRITICAL the critical one."));
        }
        if (!(own.hysteresisPercent() >= 0 && own.hysteresisPercent() <= MOST_HYSTERESIS)) {
            violations.add(
                    new Violation("condition.hysteresisPercent", "A hysteresis of %s %% is not between 0 and %.0f %%."
                            .formatted(own.hysteresisPercent(), MOST_HYSTERESIS)));
        }
    }

    private static void checkLimit(List<Violation> violations, SensorLimit limit) {
        checkText(violations, "condition.sensor", "The sensor's name or pattern", limit.sensor());
        if (limit.unit().isPresent() && limit.unit().get().length() > LONGEST_UNIT) {
            violations.add(new Violation("condition.unit",
                    "A unit of %d characters is longer than %d.".formatted(limit.unit().get().length(), LONGEST_UNIT)));
        }
        if (!Double.isFinite(limit.raiseAt())) {
            violations.add(
                    new Violation("condition.raiseAt", "%s is no limit; give a number.".formatted(limit.raiseAt())));
        }
        if (!Double.isFinite(limit.clearAt())) {
            violations.add(
                    new Violation("condition.clearAt", "%s is no limit; give a number.".formatted(limit.clearAt())));
        } else if (limit.above() ? limit.clearAt() > limit.raiseAt() : limit.clearAt() < limit.raiseAt()) {
            violations.add(new Violation("condition.clearAt",
                    "The alert is raised %s %s, so it has to clear at that value or %s, not at %s."
                            .formatted(limit.above() ? "above" : "below", limit.raiseAt(),
                                    limit.above() ? "below" : "above", limit.clearAt())));
        }
    }

    private static void checkText(List<Violation> violations, String field, String what, String text) {
        if (text.isBlank()) {
            violations.add(new Violation(field, what + " is needed."));
        } else if (text.length() > LONGEST_NAME) {
            violations.add(new Violation(field,
                    "%s of %d characters is longer than %d.".formatted(what, text.length(), LONGEST_NAME)));
        }
    }

    private RuleChecks() {}
}
