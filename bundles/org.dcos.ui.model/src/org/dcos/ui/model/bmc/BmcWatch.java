package org.dcos.ui.model.bmc;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * Something of the shown BMC: loaded in the background when somebody looks, and again when it was changed; what comes
 * late for a BMC no longer shown is dropped. Used in the realm.
 */
final class BmcWatch<T> implements AutoCloseable {

    private static final Duration GATHER = Duration.ofMillis(300);

    private final EstateModel estates;
    private final IObservableValue<Optional<Bmc>> shown;
    private final Texts texts;
    private final Source<T> source;
    private final WritableValue<Optional<T>> value;
    private final WritableValue<String> problem;
    private final Runnable unlisten;
    private Optional<UUID> loaded = Optional.empty();
    private boolean watched;
    private boolean waiting;
    private int loads;

    /** Where it comes from. */
    @FunctionalInterface
    interface Source<T> {
        T read(ServerCore core, UUID bmc) throws Problem;
    }

    BmcWatch(EstateModel estates, IObservableValue<Optional<Bmc>> shown, Texts texts, Source<T> source) {
        this.estates = estates;
        this.shown = shown;
        this.texts = texts;
        this.source = source;
        value = new WritableValue<>(shown.getRealm(), Optional.empty(), Optional.class);
        problem = new WritableValue<>(shown.getRealm(), "", String.class);
        shown.addValueChangeListener(_ -> changed());
        unlisten = estates.listen(this::heard);
    }

    IObservableValue<Optional<T>> value() {
        return value;
    }

    /** Why it could not be loaded; empty when it could. */
    IObservableValue<String> problem() {
        return problem;
    }

    Optional<UUID> bmc() {
        return shown.getValue().map(Bmc::id);
    }

    void watch(boolean looking) {
        watched = looking;
        changed();
    }

    private void changed() {
        var bmc = bmc();
        if (!bmc.equals(loaded)) {
            loads++;
            loaded = Optional.empty();
            value.setValue(Optional.empty());
            problem.setValue("");
        }
        if (watched && bmc.isPresent() && loaded.isEmpty()) {
            loaded = bmc;
            load();
        }
    }

    private void heard(DomainEvent event) {
        boolean ours = event instanceof DomainEvent.BmcSetupChanged(var bmc) && bmc().filter(bmc::equals).isPresent();
        if (!ours && !(event instanceof DomainEvent.Resync)) {
            return;
        }
        if (!watched) {
            loaded = Optional.empty(); // read again when somebody looks
        } else if (!waiting && loaded.isPresent()) {
            waiting = true;
            estates.later(GATHER, () -> {
                waiting = false;
                load();
            });
        }
    }

    private void load() {
        if (loaded.isEmpty()) {
            return;
        }
        int mine = ++loads;
        var bmc = loaded.get();
        Outcome.of(estates, texts, core -> source.read(core, bmc), outcome -> {
            if (mine == loads) {
                problem.setValue(outcome.problem());
                if (outcome.value().isPresent()) {
                    value.setValue(outcome.value());
                }
            }
        });
    }

    @Override
    public void close() {
        unlisten.run();
    }
}
