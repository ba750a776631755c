package org.dcos.ui.model.alert;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;

/** Says what a rule is about. */
final class RuleWords {

    private final Texts texts;
    private final Ages ages;
    private final Quantities quantities;

    RuleWords(Texts texts) {
        this.texts = texts;
        this.ages = new Ages(texts);
        this.quantities = new Quantities(texts.locale());
    }

    RuleRow row(AlertRule rule) {
        return new RuleRow(rule, name(rule), texts.get(rule.enabled() ? "rule.on" : "rule.off"),
                texts.of("severity", rule.severity()), condition(rule.condition()),
                rule.holdFor().isZero() ? texts.get("rule.at.once") : ages.of(rule.holdFor()));
    }

    /** The rules of a new server-core have names that everybody knows. */
    private String name(AlertRule rule) {
        return texts.find("rule.default." + rule.name().replace(' ', '-')).orElse(rule.name());
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.BmcUnreachable _ -> texts.get("rule.unreachable");
            case Condition.SensorOwnThreshold(var level, double hysteresis) ->
                    texts.get("rule.own", texts.of("severity", level), quantities.of(hysteresis, "%"));
            case Condition.SensorLimit limit -> texts.get(limit.above() ? "rule.above" : "rule.below", limit.sensor(),
                    quantities.of(limit.raiseAt(), limit.unit().orElse("")),
                    quantities.of(limit.clearAt(), limit.unit().orElse("")));
        };
    }
}
