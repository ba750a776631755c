package org.dcos.ui.model.wave;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** An order while it is thought over: its plan is made anew with every change. Used in the realm. */
public final class WavePlanModel {

    private static final Duration PAUSE_TYPING = Duration.ofMillis(250);

    private final EstateModel estates;
    private final Texts texts;
    private final Clock clock;
    private final WaveWords words;
    private final WritableValue<WaveSight> sight;
    private final WritableValue<String> problem;
    private ChassisOrder order;
    private Optional<ChassisPlan> plan = Optional.empty();
    private int changes;

    public WavePlanModel(EstateModel estates, Texts texts, Clock clock, ChassisOrder order) {
        this.estates = estates;
        this.texts = texts;
        this.clock = clock;
        this.order = order;
        words = new WaveWords(texts, clock.getZone());
        var realm = estates.estate().getRealm();
        sight = new WritableValue<>(realm, WaveSight.NOTHING, WaveSight.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    public ChassisOrder order() {
        return order;
    }

    public IObservableValue<WaveSight> sight() {
        return sight;
    }

    /** Why there is no plan; empty when there is one. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** Whether there is a plan with something to be done. */
    public boolean possible() {
        return plan.filter(made -> !made.waves().isEmpty()).isPresent();
    }

    public boolean reasonNeeded() {
        return order.servers().size() > 1 || order.command().interrupts();
    }

    /** Another command or other waves; the plan follows when no more changes come for a moment. */
    public void change(ChassisCommand command, WaveForm form) {
        int mine = ++changes;
        plan = Optional.empty();
        var wrong = form.problem(texts);
        if (!wrong.isEmpty()) {
            sight.setValue(WaveSight.NOTHING);
            problem.setValue(wrong);
            return;
        }
        order = new ChassisOrder(order.servers(), command, order.reason(), form.waves(), order.after(), "");
        estates.later(PAUSE_TYPING, () -> estates.inRealm(() -> {
            if (mine == changes) {
                load();
            }
        }));
    }

    /** Asks for the plan. */
    public void load() {
        int mine = ++changes;
        var asked = order;
        Outcome.of(estates, texts, core -> core.chassisOrders().plan(asked), outcome -> {
            if (mine == changes) {
                plan = outcome.value();
                problem.setValue(outcome.problem());
                sight.setValue(plan.map(made -> words.plan(made, clock.instant())).orElse(WaveSight.NOTHING));
            }
        });
    }

    /** The order as it is seen; refused by the server-core when its waves would be others by then. */
    public Optional<ChassisOrder> confirmed(String reason) {
        return plan.map(made -> order.confirmed(reason, made.digest()));
    }

    /** Gives a confirmed order. */
    public static void give(EstateModel estates, Texts texts, ChassisOrder confirmed,
            Consumer<Outcome<ChassisRun>> then) {
        Outcome.of(estates, texts, core -> core.chassisOrders().order(confirmed), then);
    }
}
