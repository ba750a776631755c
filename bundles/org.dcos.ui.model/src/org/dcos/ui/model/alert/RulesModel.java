package org.dcos.ui.model.alert;

import java.util.List;

import org.dcos.domain.alert.AlertRule;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The rules that raise alerts: read, switched, saved, deleted. Used in the realm. */
public final class RulesModel {

    private final EstateModel estates;
    private final Texts texts;
    private final RuleWords words;
    private final WritableValue<List<RuleRow>> rows;
    private final WritableValue<String> problem;

    public RulesModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        this.words = new RuleWords(texts);
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, List.of(), List.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    /** By name. */
    public IObservableValue<List<RuleRow>> rows() {
        return rows;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    public void load() {
        change(core -> core.alerts().rules(), () -> {});
    }

    /** Enables a rule that is disabled, and the other way round. */
    public void toggle(AlertRule rule) {
        save(new AlertRule(rule.id(), rule.version(), rule.name(), !rule.enabled(), rule.severity(), rule.condition(),
                rule.holdFor()), () -> {});
    }

    /** @param then when it is saved */
    public void save(AlertRule rule, Runnable then) {
        change(core -> {
            core.alerts().save(rule);
            return core.alerts().rules();
        }, then);
    }

    /** Its open alerts end. */
    public void delete(AlertRule rule) {
        change(core -> {
            core.alerts().deleteRule(rule.id());
            return core.alerts().rules();
        }, () -> {});
    }

    private void change(Outcome.Call<List<AlertRule>> call, Runnable then) {
        Outcome.of(estates, texts, call, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(rules -> {
                rows.setValue(rules.stream().map(words::row)
                        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name())).toList());
                then.run();
            });
        });
    }
}
