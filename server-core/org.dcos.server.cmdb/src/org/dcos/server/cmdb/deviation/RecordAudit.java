package org.dcos.server.cmdb.deviation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.AuditSettings;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.DeviationStore;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.deviation.EvidenceSource;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the deviations, runs the audits, and takes the decisions. Decisions and the ends of runs take turns. */
@Component(service = Deviations.class)
public final class RecordAudit implements Deviations {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 100;

    private final LiveRecords records;
    private final DeviationStore store;
    private final OperationRunner operations;
    private final EventPublisher events;
    private final AuditLog audit;
    private final SettingsStore settings;
    private final InstantSource clock;
    private final Run runs;
    private final List<EvidenceSource> sources = new CopyOnWriteArrayList<>();
    private final Timetable timetable;
    private final Map<UUID, Deviation> deviations = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<AuditRun>> running = new AtomicReference<>(Optional.empty());
    private final Object turn = new Object();

    @Activate
    public RecordAudit(@Reference LiveRecords records, @Reference DeviationStore store,
            @Reference OperationRunner operations, @Reference EventPublisher events, @Reference AuditLog audit,
            @Reference SettingsStore settings) {
        this(records, store, operations, events, audit, settings, InstantSource.system(), Duration.ofMinutes(1));
    }

    /** @param look how often the timetable is looked at; zero: never */
    public RecordAudit(LiveRecords records, DeviationStore store, OperationRunner operations, EventPublisher events,
            AuditLog audit, SettingsStore settings, InstantSource clock, Duration look) {
        this.records = records;
        this.store = store;
        this.operations = operations;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.runs = new Run(records, sources, clock);
        store.deviations().forEach(one -> deviations.put(one.id(), one));
        store.runs(new PageRequest(0, 10)).items().stream().filter(run -> run.state() == AuditRun.State.RUNNING)
                .forEach(run -> store.save(run.interrupted(clock.instant())));
        this.timetable = new Timetable(look, this::startIfDue);
    }

    /** Sources come and go; each is asked from the next run on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(EvidenceSource source) {
        sources.add(source);
    }

    public void removeSource(EvidenceSource source) {
        sources.remove(source);
    }

    @Deactivate
    public void close() {
        timetable.close();
    }

    @Override
    public Page<Deviation> deviations(DeviationFilter filter, PageRequest page) {
        List<Deviation> wanted = deviations.values().stream().filter(one -> wanted(filter, one))
                .sorted(Comparator.comparing(Deviation::kind)
                        .thenComparing(Comparator.comparing(Deviation::firstSeen).reversed())
                        .thenComparing(Deviation::what).thenComparing(Deviation::id))
                .toList();
        return new Page<>(wanted.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                wanted.size());
    }

    private static boolean wanted(DeviationFilter filter, Deviation one) {
        String text = filter.text().map(String::strip).orElse("").toLowerCase(Locale.ROOT);
        return filter.kind().map(one.kind()::equals).orElse(true)
                && filter.state().map(one.state()::equals).orElse(true)
                && filter.due().map(due -> due == one.state().due()).orElse(true)
                && filter.item().map(one.items()::contains).orElse(true)
                && filter.owner().map(who -> one.owner().filter(who::equals).isPresent()).orElse(true)
                && (text.isEmpty() || String.join("\n", one.what(), one.where(), one.why(), one.note())
                        .toLowerCase(Locale.ROOT).contains(text));
    }

    @Override
    public Deviation deviation(UUID id) throws NotFound {
        return Optional.ofNullable(deviations.get(id)).orElseThrow(() -> NotFound.of("deviation", id));
    }

    @Override
    public Correction correction(UUID id) throws Problem {
        Deviation deviation = deviation(id);
        var draft = records.draft(change -> change.apply(new Corrections(change.draft()).of(deviation)), "audit");
        var before = new Words(draft.before());
        var after = new Words(draft);
        return new Correction(Corrections.title(deviation),
                draft.changes().stream().map(change -> new Correction.Part(change.kind(),
                        change.id(), change.before().<Item>map(item -> item).map(before::name)
                                .orElseGet(() -> after.name(change.either())),
                        change.after().isEmpty(), change.fields())).toList());
    }

    @Override
    public Deviation decide(UUID id, DecisionOrder order) throws Problem {
        synchronized (turn) {
            Deviation known = deviation(id);
            if (order.version() > 0 && order.version() != known.version()) {
                throw new Conflict("The deviation of %s was changed meanwhile. Load it again and decide anew."
                        .formatted(known.what()));
            }
            if (known.state() == DeviationState.GONE) {
                throw new Conflict("The deviation of %s is no longer seen; there is nothing to decide."
                        .formatted(known.what()));
            }
            Deviation decided = decided(known, order.decision());
            deviations.put(id, decided);
            log(known, decided, order.decision());
            events.publish(new DomainEvent.DeviationsChanged());
            return decided;
        }
    }

    private Deviation decided(Deviation known, Decision decision) throws Problem {
        String who = Caller.current().name();
        Instant now = clock.instant();
        return switch (decision) {
            case Decision.Accept(String why) -> {
                require(known.state() != DeviationState.ACCEPTED, "It is accepted already, by change set %d."
                        .formatted(known.changeSet().orElse(0L)));
                yield accepted(known, who, now, reason("decision.why", why));
            }
            case Decision.Fix(String note) -> saved(known.decided(DeviationState.TO_FIX, who, now,
                    text("decision.note", note), Optional.empty(), known.changeSet()));
            case Decision.Ignore(Instant until, String why) -> {
                if (!until.isAfter(now)) {
                    throw Invalid.field("decision.until", "%s is past; name a later moment.".formatted(until));
                }
                yield saved(known.decided(DeviationState.IGNORED, who, now, reason("decision.why", why),
                        Optional.of(until), known.changeSet()));
            }
            case Decision.TakeOver() -> saved(known.of(who));
            case Decision.Assign(String owner) -> saved(known.of(owner(owner)));
            case Decision.Reopen() -> saved(known.decided(DeviationState.OPEN, who, now, "", Optional.empty(),
                    known.changeSet()));
        };
    }

    private Deviation saved(Deviation decided) {
        store.save(decided);
        return decided;
    }

    /** The correction and the decision are one transaction: a record is never corrected for a deviation left open. */
    private Deviation accepted(Deviation known, String who, Instant now, String said) throws Problem {
        var decided = new Deviation[1];
        records.commit(() -> Corrections.title(known), said, Optional.empty(),
                change -> change.apply(new Corrections(change.draft()).of(known)),
                (set, changes, entries) -> store.correct(set, changes, entries, numbered -> {
                    decided[0] = known.decided(DeviationState.ACCEPTED, who, now, said, Optional.empty(),
                            Optional.of(numbered.number()));
                    return decided[0];
                }));
        return decided[0];
    }

    private static void require(boolean right, String otherwise) throws Conflict {
        if (!right) {
            throw new Conflict(otherwise);
        }
    }

    private static String reason(String field, String why) throws Invalid {
        if (why.isBlank()) {
            throw Invalid.field(field, "Give a reason: it stands in the history.");
        }
        return text(field, why);
    }

    private static String owner(String name) throws Invalid {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Invalid.field("decision.owner", "Name who looks after it, in at most %d characters.".formatted(
                    LONGEST_NAME));
        }
        return name.strip();
    }

    private static String text(String field, String text) throws Invalid {
        if (text.length() > LONGEST_NOTE) {
            throw Invalid.field(field, "Is %,d characters long; at most %,d are kept.".formatted(text.length(),
                    LONGEST_NOTE));
        }
        return text.strip();
    }

    private void log(Deviation known, Deviation decided, Decision decision) {
        Caller caller = Caller.current();
        String word = switch (decision) {
            case Decision.Accept _ -> "accepted as change set " + decided.changeSet().orElse(0L);
            case Decision.Fix _ -> "to be fixed";
            case Decision.Ignore(Instant until, String _) -> "ignored until " + until;
            case Decision.TakeOver _ -> "taken over";
            case Decision.Assign(String owner) -> "looked after by " + owner.strip();
            case Decision.Reopen _ -> "open again";
        };
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "deviation.decide",
                known.items().stream().findFirst(), "%s: %s: %s".formatted(known.what(),
                        known.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), word),
                decided.note()));
    }

    @Override
    public Operation start() throws Conflict {
        synchronized (turn) {
            if (running.get().isPresent()) {
                throw new Conflict("An audit is running, since %s. Wait for its end, or cancel it."
                        .formatted(running.get().get().started()));
            }
            Caller caller = Caller.current();
            var id = UUID.randomUUID();
            Instant begin = clock.instant();
            running.set(Optional.of(AuditRun.begun(id, id, begin, caller.name())));
            return operations.start("audit", "Audit of the records", runs.points(),
                    progress -> caller.call(() -> run(id, begin, progress)));
        }
    }

    private String run(UUID id, Instant begin, OperationRunner.Progress progress) throws InterruptedException {
        AuditRun begun = AuditRun.begun(id, progress.operation(), begin, Caller.current().name());
        boolean ended = false;
        try {
            running.set(Optional.of(begun));
            store.save(begun);
            events.publish(new DomainEvent.AuditRunChanged(begun));
            progress.message("Asking the machines what they are");
            Run.Look look = runs.look(progress);
            progress.message("Comparing");
            AuditRun done;
            synchronized (turn) {
                Run.Outcome outcome = runs.compare(begun, look, deviations.values(), progress.cancelled());
                store.save(outcome.run(), outcome.changed(), outcome.unseen());
                outcome.changed().forEach(one -> deviations.put(one.id(), one));
                done = outcome.run();
                ended = true;
                running.set(Optional.empty());
            }
            events.publish(new DomainEvent.DeviationsChanged());
            events.publish(new DomainEvent.AuditRunChanged(done));
            return "%,d of %,d points answered; %,d deviations, %,d of them new, %,d gone".formatted(done.answered(),
                    done.asked() + done.notAsked(), done.found(), done.opened(), done.gone());
        } finally {
            if (!ended) {
                running.set(Optional.empty());
                var interrupted = begun.interrupted(clock.instant());
                store.save(interrupted);
                events.publish(new DomainEvent.AuditRunChanged(interrupted));
            }
        }
    }

    /** Called by the timetable. */
    private void startIfDue() {
        Instant now = clock.instant();
        boolean due = settings().interval().filter(interval -> store.runs(new PageRequest(0, 1)).items().stream()
                .allMatch(last -> !last.started().plus(interval).isAfter(now))).isPresent();
        if (due && runs.points() > 0) {
            try {
                start();
            } catch (Conflict _) { // one is running: as good
            }
        }
    }

    @Override
    public Page<AuditRun> runs(PageRequest page) {
        return store.runs(page);
    }

    @Override
    public AuditRun run(UUID id) throws NotFound {
        return store.run(id).orElseThrow(() -> NotFound.of("audit run", id));
    }

    @Override
    public Page<Unseen> unseen(UUID run, PageRequest page) throws NotFound {
        run(run);
        return store.unseen(run, page);
    }

    @Override
    public AuditSettings settings() {
        return AuditSettings.of(settings.load(AuditSettings.SERVICE));
    }

    @Override
    public AuditSettings save(AuditSettings changed) throws Invalid {
        var wrong = new ArrayList<Invalid.Violation>();
        changed.interval().filter(interval -> interval.compareTo(AuditSettings.SHORTEST) < 0
                || interval.compareTo(AuditSettings.LONGEST) > 0)
                .ifPresent(interval -> wrong.add(new Invalid.Violation("interval",
                        "%s is not between 5 minutes and 90 days.".formatted(interval))));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        settings.save(AuditSettings.SERVICE, changed.values());
        Caller caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "audit-settings.save",
                Optional.empty(), "Audits run " + changed.interval().map(interval -> "every " + interval)
                        .orElse("only when asked for"),
                ""));
        return changed;
    }
}
