package org.dcos.ui.model.deviation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.AuditSettings;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.Samples;

/** Deviations in memory, as the test put them in. */
public final class FakeDeviations implements Deviations {

    public static final UUID RUN = new UUID(7, 1);

    public final Map<UUID, Deviation> deviations = new LinkedHashMap<>();
    public final List<AuditRun> runs = new ArrayList<>();
    public final List<Unseen> unseen = new ArrayList<>();
    public final List<DecisionOrder> orders = new ArrayList<>();
    public Correction correction = new Correction("Audit: nothing", List.of());
    public Optional<Problem> refusal = Optional.empty();
    public boolean cancelled;

    public Deviation put(int number, DeviationKind kind, DeviationState state, UUID item, String what) {
        var one = new Deviation(new UUID(8, number), 3, kind, kind + "|" + number, List.of(item),
                List.of("10.1.2.%d:623".formatted(number)), what, "Shanghai A / A01 U28", "It tells 'NEW'.",
                List.of(new Difference(Property.SERIAL, Optional.of(item), "OLD" + number, "NEW" + number, "bmc",
                        "10.1.2.%d:623".formatted(number), Samples.NOW)),
                Samples.NOW.minusSeconds(86_400 * 3), Samples.NOW, true, Optional.empty(), state, "",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        deviations.put(one.id(), one);
        return one;
    }

    public static AuditRun ended(int answered, int silent, int refused, int notAsked) {
        return new AuditRun(RUN, RUN, Samples.NOW.minusSeconds(600), Optional.of(Samples.NOW), "li.wei",
                AuditRun.State.COMPLETED, answered + silent + refused, answered, silent, refused, notAsked, 200, 180,
                3, 2, 1);
    }

    public Operation operation() {
        return new Operation(RUN, "audit", "Audit of the records", Operation.State.RUNNING, 40, 240, "Asking",
                "li.wei", Samples.NOW, Optional.empty(), List.of());
    }

    @Override
    public Page<Deviation> deviations(DeviationFilter filter, PageRequest page) {
        var found = deviations.values().stream()
                .filter(one -> filter.state().map(one.state()::equals).orElse(true))
                .filter(one -> filter.due().map(due -> due == one.state().due()).orElse(true))
                .filter(one -> filter.owner().map(who -> one.owner().equals(Optional.of(who))).orElse(true)).toList();
        return new Page<>(found, page.offset(), found.size());
    }

    @Override
    public Deviation deviation(UUID id) {
        return deviations.get(id);
    }

    @Override
    public Correction correction(UUID id) throws Problem {
        if (deviations.get(id).kind() == DeviationKind.JUNK_SERIAL) {
            throw Invalid.field("decision", "A placeholder is no serial number to record.");
        }
        return correction;
    }

    @Override
    public Deviation decide(UUID id, DecisionOrder order) throws Problem {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        var known = deviations.get(id);
        if (order.version() != known.version()) {
            throw new Conflict("changed meanwhile");
        }
        orders.add(order);
        var next = switch (order.decision()) {
            case Decision.Accept(String why) -> known.decided(DeviationState.ACCEPTED, "li.wei", Samples.NOW, why,
                    Optional.empty(), Optional.of(12L));
            case Decision.Fix(String note) -> known.decided(DeviationState.TO_FIX, "li.wei", Samples.NOW, note,
                    Optional.empty(), Optional.empty());
            case Decision.Ignore(var until, String why) -> known.decided(DeviationState.IGNORED, "li.wei",
                    Samples.NOW, why, Optional.of(until), Optional.empty());
            case Decision.TakeOver() -> known.of("li.wei");
            case Decision.Assign(String owner) -> known.of(owner);
            case Decision.Reopen() -> known.decided(DeviationState.OPEN, "li.wei", Samples.NOW, "", Optional.empty(),
                    Optional.empty());
        };
        deviations.put(id, next);
        return next;
    }

    @Override
    public Operation start() throws Problem {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        runs.addFirst(AuditRun.begun(RUN, RUN, Samples.NOW, "li.wei"));
        return operation();
    }

    @Override
    public Page<AuditRun> runs(PageRequest page) {
        return new Page<>(runs, 0, runs.size());
    }

    @Override
    public AuditRun run(UUID id) {
        return runs.getFirst();
    }

    @Override
    public Page<Unseen> unseen(UUID run, PageRequest page) {
        return new Page<>(unseen, 0, unseen.size());
    }

    /** Something that did not answer. */
    public static Unseen silent(String name) {
        return new Unseen(Optional.empty(), name, "10.1.9.9:623", Answer.SILENT, "No answer in 3 s.");
    }

    @Override
    public AuditSettings settings() {
        return AuditSettings.DEFAULT;
    }

    @Override
    public AuditSettings save(AuditSettings settings) {
        return settings;
    }
}
