package org.dcos.ui.model.deviation;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The audit: its runs, what differs by kind, the chosen deviation, and the decisions. Used in the realm. */
public final class AuditModel implements AutoCloseable {

    /** The kind of the operation that an audit is. */
    private static final String OPERATION = "audit";
    private static final int RUNS = 50;
    private static final int SETTLED = 1_000;

    private final EstateModel estates;
    private final Texts texts;
    private final DeviationWords words;
    private final CorrectionWords corrections;
    private final InstantSource clock;
    private final WritableValue<AuditSight> sight;
    private final WritableValue<Optional<DeviationSight>> detail;
    private final WritableValue<Optional<AuditProgress>> progress;
    private final WritableValue<String> problem;
    private final Runnable unlisten;
    private Loaded loaded = Loaded.NOTHING;
    private Lens lens = Lens.DUE;
    private Optional<DeviationKind> kind = Optional.empty();
    private Optional<UUID> chosenRun = Optional.empty();
    private Optional<UUID> chosen = Optional.empty();
    private String text = "";
    private String refused = "";
    private int loads;
    private int choices;
    private boolean loading;
    private boolean again;

    /** What was loaded together. */
    private record Loaded(List<RunSight> runs, List<DeviationRow> rows, String me, Optional<Operation> running) {

        static final Loaded NOTHING = new Loaded(List.of(), List.of(), "", Optional.empty());
    }

    public AuditModel(EstateModel estates, Texts texts, InstantSource clock, ZoneId zone, NameCache names) {
        this.estates = estates;
        this.texts = texts;
        this.words = new DeviationWords(texts, zone);
        this.corrections = new CorrectionWords(texts, zone, names);
        this.clock = clock;
        var realm = estates.estate().getRealm();
        sight = new WritableValue<>(realm, AuditSight.NOTHING, AuditSight.class);
        detail = new WritableValue<>(realm, Optional.empty(), Optional.class);
        progress = new WritableValue<>(realm, Optional.empty(), Optional.class);
        problem = new WritableValue<>(realm, "", String.class);
        unlisten = estates.listen(this::heard);
    }

    public IObservableValue<AuditSight> sight() {
        return sight;
    }

    /** The chosen deviation; empty while none is. */
    public IObservableValue<Optional<DeviationSight>> detail() {
        return detail;
    }

    /** The audit that runs; empty while none does. */
    public IObservableValue<Optional<AuditProgress>> progress() {
        return progress;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    public Lens lens() {
        return lens;
    }

    /** The operator's own name to the server-core; empty while it is not known. */
    public String me() {
        return loaded.me();
    }

    @Override
    public void close() {
        unlisten.run();
    }

    private void heard(DomainEvent event) {
        if (event instanceof DomainEvent.OperationChanged(var operation) && operation.kind().equals(OPERATION)) {
            follow(Optional.of(operation));
        } else if (event instanceof DomainEvent.DeviationsChanged || event instanceof DomainEvent.AuditRunChanged
                || event instanceof DomainEvent.Resync) {
            load();
        }
    }

    private void follow(Optional<Operation> operation) {
        progress.setValue(operation.filter(running -> !running.state().ended())
                .map(running -> new AuditProgress(running.id(), running.done(), running.total(),
                        texts.get("audit.progress", running.done(), running.total()))));
    }

    /** Loads again, in the background; several calls while one runs make one more. */
    public void load() {
        loads++;
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        int mine = loads;
        var wanted = lens;
        Outcome.of(estates, texts, core -> read(core, wanted), outcome -> {
            loading = false;
            if (mine == loads) {
                problem.setValue(outcome.problem().isEmpty() ? refused : outcome.problem());
                outcome.value().ifPresent(this::loaded);
            }
            if (again) {
                again = false;
                load();
            }
        });
    }

    private Loaded read(ServerCore core, Lens wanted) throws Problem {
        var audit = core.deviations();
        var runs = audit.runs(new PageRequest(0, RUNS)).items();
        var running = runs.stream().filter(run -> run.state() == AuditRun.State.RUNNING).findFirst();
        Optional<Operation> operation = running.isEmpty() ? Optional.empty()
                : Optional.of(core.operations().operation(running.get().operation()));
        String me = core.access().me().name();
        var now = clock.instant();
        var rows = deviations(core, wanted, me).stream().map(one -> words.row(one, now)).toList();
        return new Loaded(runs.stream().map(words::run).toList(), rows, me, operation);
    }

    private static List<Deviation> deviations(ServerCore core, Lens wanted, String me) throws Problem {
        return switch (wanted) {
            case DUE -> all(core, DeviationFilter.DUE);
            case MINE -> all(core, new DeviationFilter(Optional.empty(), Optional.empty(), Optional.of(true),
                    Optional.empty(), Optional.of(me), Optional.empty()));
            case IGNORED -> all(core, of(DeviationState.IGNORED));
            case SETTLED -> {
                var both = new ArrayList<Deviation>();
                for (var state : List.of(DeviationState.ACCEPTED, DeviationState.GONE)) {
                    both.addAll(core.deviations().deviations(of(state), new PageRequest(0, SETTLED)).items());
                }
                yield both;
            }
        };
    }

    private static DeviationFilter of(DeviationState state) {
        return new DeviationFilter(Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static List<Deviation> all(ServerCore core, DeviationFilter filter) throws Problem {
        var items = new ArrayList<Deviation>();
        Page<Deviation> page;
        do {
            page = core.deviations().deviations(filter, new PageRequest(items.size(), PageRequest.MAX_LIMIT));
            items.addAll(page.items());
        } while (!page.items().isEmpty() && items.size() < page.total());
        return items;
    }

    private void loaded(Loaded next) {
        loaded = next;
        follow(next.running());
        show();
        if (chosen.isPresent()) {
            choose(chosen);
        }
    }

    /** Looks at others. */
    public void lens(Lens next) {
        if (next != lens) {
            lens = next;
            kind = Optional.empty();
            load();
        }
    }

    /** Shows those of one kind, or of all. */
    public void kind(Optional<DeviationKind> next) {
        kind = next;
        show();
    }

    /** Shows those that have all these words in them. */
    public void text(String typed) {
        text = typed;
        show();
    }

    /** Shows how complete a run was; empty: the newest that ended. */
    public void run(Optional<UUID> run) {
        chosenRun = run;
        show();
    }

    private void show() {
        var found = loaded.rows().stream().filter(this::wanted).toList();
        if (kind.isPresent() && found.stream().noneMatch(row -> row.deviation().kind() == kind.get())) {
            kind = Optional.empty();
        }
        var shown = found.stream().filter(row -> kind.isEmpty() || row.deviation().kind() == kind.get()).toList();
        var ended = loaded.runs().stream().filter(run -> run.run().ended().isPresent()).toList();
        var run = ended.stream().filter(one -> chosenRun.filter(one.run().id()::equals).isPresent()).findFirst()
                .or(() -> ended.stream().findFirst());
        sight.setValue(new AuditSight(loaded.runs(), run, tiles(found), kind, shown,
                found.isEmpty() ? texts.get("audit.none." + lens.name()) : standing(found), true));
    }

    private boolean wanted(DeviationRow row) {
        for (var word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!row.searched().contains(word)) {
                return false;
            }
        }
        return true;
    }

    private List<KindTile> tiles(List<DeviationRow> rows) {
        var tiles = new ArrayList<KindTile>();
        tiles.add(tile(Optional.empty(), texts.get("audit.kind.all"), rows));
        for (var one : DeviationKind.values()) {
            var of = rows.stream().filter(row -> row.deviation().kind() == one).toList();
            if (!of.isEmpty()) {
                tiles.add(tile(Optional.of(one), words.kind(one), of));
            }
        }
        return tiles;
    }

    private KindTile tile(Optional<DeviationKind> of, String title, List<DeviationRow> rows) {
        boolean allStale = !rows.isEmpty() && rows.stream().allMatch(row -> row.mark() == Mark.STALE);
        var worst = allStale ? Mark.STALE
                : rows.stream().map(DeviationRow::mark)
                        .filter(mark -> mark != Mark.STALE).max(Mark::compareTo).orElse(Mark.NONE);
        return new KindTile(of, title, rows.size(), standing(rows), worst);
    }

    private String standing(List<DeviationRow> rows) {
        return words.standing(rows.stream().map(DeviationRow::deviation).toList());
    }

    /** Chooses a deviation: its evidence is shown at once, what accepting would change when that is known. */
    public void choose(Optional<UUID> id) {
        int mine = ++choices;
        chosen = id;
        var row = loaded.rows().stream().filter(one -> id.filter(one.deviation().id()::equals).isPresent())
                .findFirst();
        if (row.isEmpty()) {
            detail.setValue(Optional.empty());
            return;
        }
        var one = row.get().deviation();
        var servers = estates.estate().getValue().servers();
        var evidence = one.differences().stream().map(difference -> words.evidence(difference, difference.item()
                .flatMap(item -> Optional.ofNullable(servers.get(item))).map(server -> server.name()).orElse("")))
                .toList();
        var known = detail.getValue().filter(before -> before.row().deviation().equals(one))
                .flatMap(DeviationSight::correction);
        var now = new DeviationSight(row.get(), words.why(one), words.facts(one, clock.instant()), evidence, known);
        detail.setValue(Optional.of(now));
        if (!decidable(one) || known.isPresent()) {
            return;
        }
        Outcome.of(estates, texts, core -> corrections.of(core, one.id()), outcome -> {
            if (mine == choices) {
                detail.setValue(Optional.of(now.with(outcome.value()
                        .orElseGet(() -> new CorrectionSight("", List.of(), outcome.problem())))));
            }
        });
    }

    /** Whether something is left to be decided. */
    public static boolean decidable(Deviation one) {
        return one.state() != DeviationState.GONE && one.state() != DeviationState.ACCEPTED;
    }

    /** Decides on a deviation as it was looked at. @param then when it is done */
    public void decide(Deviation one, Decision decision, Runnable then) {
        Outcome.of(estates, texts,
                core -> core.deviations().decide(one.id(), new DecisionOrder(one.version(), decision)), outcome -> {
                    said(outcome);
                    load();
                    if (outcome.value().isPresent()) {
                        then.run();
                    }
                });
    }

    /** Begins an audit. @param then told the operation */
    public void start(Consumer<Operation> then) {
        Outcome.of(estates, texts, core -> core.deviations().start(), outcome -> {
            said(outcome);
            outcome.value().ifPresent(operation -> {
                follow(outcome.value());
                then.accept(operation);
            });
        });
    }

    /** Ends the audit that runs; what it has seen until then counts. */
    public void cancel() {
        progress.getValue().ifPresent(running -> Outcome.of(estates, texts, core -> {
            core.operations().cancel(running.operation());
            return running;
        }, this::said));
    }

    /** A refusal stays to be read until the next deed; loading does not wipe it. */
    private void said(Outcome<?> outcome) {
        refused = outcome.problem();
        problem.setValue(refused);
    }

    /** What a run could not see. */
    public void unseen(UUID run, Consumer<List<UnseenRow>> then) {
        Outcome.of(estates, texts, core -> {
            var items = new ArrayList<Unseen>();
            Page<Unseen> page;
            do {
                page = core.deviations().unseen(run, new PageRequest(items.size(), PageRequest.MAX_LIMIT));
                items.addAll(page.items());
            } while (!page.items().isEmpty() && items.size() < page.total());
            return items.stream().map(words::unseen).toList();
        }, outcome -> {
            said(outcome);
            outcome.value().ifPresent(then);
        });
    }
}
