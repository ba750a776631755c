package org.dcos.ui.model.work;

import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.ServerCore;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;

/** How an order went: what came back, or why not, in words. */
public record Outcome<T>(Optional<T> value, String problem) {

    /** A call of a service. */
    @FunctionalInterface
    public interface Call<T> {
        T on(ServerCore core) throws Problem;
    }

    /** Calls in the background and hands the outcome to {@code then} in the realm. */
    public static <T> void of(EstateModel estates, Texts texts, Call<T> call, Consumer<Outcome<T>> then) {
        var core = estates.core();
        if (core.isEmpty()) {
            then.accept(new Outcome<>(Optional.empty(), texts.get("connection.none")));
            return;
        }
        estates.inBackground(() -> {
            Outcome<T> outcome;
            try {
                outcome = new Outcome<>(Optional.of(call.on(core.get())), "");
            } catch (Problem e) {
                outcome = new Outcome<>(Optional.empty(), new ServerWords(texts).problem(e));
            } catch (RuntimeException e) { // a fault of ours: whoever waits goes on, and the log has it
                estates.inRealm(() -> then.accept(new Outcome<>(Optional.empty(), String.valueOf(e.getMessage()))));
                throw e;
            }
            var told = outcome;
            estates.inRealm(() -> then.accept(told));
        });
    }
}
