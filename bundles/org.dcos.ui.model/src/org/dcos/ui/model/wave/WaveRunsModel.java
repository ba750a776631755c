package org.dcos.ui.model.wave;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders.Rest;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The orders in waves, and how the chosen one goes. Used in the realm. */
public final class WaveRunsModel implements AutoCloseable {

    private static final int RUNS = 100;
    private static final Duration GATHER = Duration.ofMillis(500);

    /** Which servers are wanted. */
    public enum Outcomes {
        ALL, FAILED, NOT_BEGUN, DONE;

        boolean wants(String state) {
            return switch (this) {
                case ALL -> true;
                case FAILED -> state.equals(State.FAILED.name()) || state.equals(State.UNKNOWN.name());
                case NOT_BEGUN -> state.equals(State.NOT_BEGUN.name());
                case DONE -> state.equals(State.DONE.name());
            };
        }
    }

    private final EstateModel estates;
    private final Texts texts;
    private final WaveWords words;
    private final WritableValue<List<WaveRunRow>> runs;
    private final WritableValue<WaveSight> sight;
    private final WritableValue<List<WaveRow>> rows;
    private final WritableValue<String> problem;
    private final Runnable unlisten;
    private Optional<UUID> chosen = Optional.empty();
    private Optional<ChassisRun> run = Optional.empty();
    private Outcomes outcomes = Outcomes.ALL;
    private int loads;
    private boolean waiting;

    /** What was loaded together. */
    private record Loaded(List<ChassisRun> runs, Optional<ChassisRun> chosen) {}

    public WaveRunsModel(EstateModel estates, Texts texts, ZoneId zone) {
        this.estates = estates;
        this.texts = texts;
        this.words = new WaveWords(texts, zone);
        var realm = estates.estate().getRealm();
        runs = new WritableValue<>(realm, List.of(), List.class);
        sight = new WritableValue<>(realm, WaveSight.NOTHING, WaveSight.class);
        rows = new WritableValue<>(realm, List.of(), List.class);
        problem = new WritableValue<>(realm, "", String.class);
        unlisten = estates.listen(this::heard);
    }

    public IObservableValue<List<WaveRunRow>> runs() {
        return runs;
    }

    /** The chosen order. */
    public IObservableValue<WaveSight> sight() {
        return sight;
    }

    /** The servers of the chosen order that are wanted. */
    public IObservableValue<List<WaveRow>> rows() {
        return rows;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** The chosen order as it was loaded last. */
    public Optional<ChassisRun> chosen() {
        return run;
    }

    @Override
    public void close() {
        unlisten.run();
    }

    private void heard(DomainEvent event) {
        boolean ours = event instanceof DomainEvent.OperationChanged(var operation)
                && (operation.kind().startsWith("power.") || operation.kind().startsWith("chassis."));
        if (ours || event instanceof DomainEvent.Resync) {
            soon();
        }
    }

    /** Many servers end within a second: once for all of them. */
    private void soon() {
        if (!waiting) {
            waiting = true;
            estates.later(GATHER, () -> estates.inRealm(() -> {
                waiting = false;
                load();
            }));
        }
    }

    public void choose(Optional<UUID> order) {
        if (!order.equals(chosen)) {
            chosen = order;
            load();
        }
    }

    public void want(Outcomes which) {
        outcomes = which;
        show();
    }

    /** Loads again, in the background; an answer that is older than the last one asked for is dropped. */
    public void load() {
        int mine = ++loads;
        var wanted = chosen;
        Outcome.of(estates, texts, core -> read(core, wanted), outcome -> {
            if (mine == loads) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(this::loaded);
            }
        });
    }

    private static Loaded read(ServerCore core, Optional<UUID> wanted) throws Problem {
        var all = core.chassisOrders().runs(new PageRequest(0, RUNS)).items();
        var id = wanted.filter(asked -> all.stream().anyMatch(one -> one.id().equals(asked)))
                .or(() -> all.stream().findFirst().map(ChassisRun::id));
        return new Loaded(all, id.isEmpty() ? Optional.empty() : Optional.of(core.chassisOrders().run(id.get())));
    }

    private void loaded(Loaded loaded) {
        run = loaded.chosen();
        chosen = run.map(ChassisRun::id);
        runs.setValue(loaded.runs().stream().map(words::row).toList());
        show();
        if (run.filter(shown -> !shown.stage().ended()).isPresent()) {
            soon(); // holds and pauses are told by no event
        }
    }

    private void show() {
        var shown = run.map(words::run).orElse(WaveSight.NOTHING);
        sight.setValue(shown);
        rows.setValue(shown.rows().stream().filter(row -> outcomes.wants(row.outcome())).toList());
    }

    /** A call about the chosen order. */
    @FunctionalInterface
    private interface Deed {
        void on(ServerCore core, UUID order) throws Problem;
    }

    public void pause() {
        act((core, order) -> core.chassisOrders().pause(order));
    }

    public void goOn() {
        act((core, order) -> core.chassisOrders().goOn(order));
    }

    public void cancel() {
        act((core, order) -> core.operations().cancel(order));
    }

    private void act(Deed deed) {
        chosen.ifPresent(order -> Outcome.of(estates, texts, core -> {
            deed.on(core, order);
            return order;
        }, outcome -> {
            problem.setValue(outcome.problem());
            if (outcome.value().isPresent()) {
                load();
            }
        }));
    }

    /** The order for what was left, to be planned and confirmed. */
    public void rest(Rest which, Consumer<ChassisOrder> then) {
        chosen.ifPresent(order -> Outcome.of(estates, texts, core -> core.chassisOrders().rest(order, which),
                outcome -> {
                    problem.setValue(outcome.problem());
                    outcome.value().ifPresent(then);
                }));
    }

    /** How many servers another order would deal with. */
    public long left(Rest which) {
        return run.filter(shown -> shown.stage().ended()).stream().flatMap(shown -> shown.steps().stream())
                .filter(step -> switch (which) {
                    case FAILED -> step.state() == State.FAILED || step.state() == State.UNKNOWN;
                    case NOT_BEGUN -> step.state() == State.NOT_BEGUN;
                    case ALL -> step.state() == State.FAILED || step.state() == State.UNKNOWN
                            || step.state() == State.NOT_BEGUN;
                }).count();
    }

    /** The shown servers as comma-separated values, with a mark that tells spreadsheets the encoding. */
    public String csv(List<String> header) {
        var lines = new StringBuilder("\uFEFF").append(line(header));
        rows.getValue().forEach(row -> lines.append(line(List.of(row.name(), row.wave(), row.place(), row.state(),
                row.time(), row.message()))));
        return lines.toString();
    }

    /** What a spreadsheet would take for a formula is told to be text (CWE-1236). */
    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell)
                .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .reduce((a, b) -> a + "," + b).orElse("") + "\r\n";
    }
}
