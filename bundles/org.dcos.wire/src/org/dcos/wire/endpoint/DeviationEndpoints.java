package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.AuditSettings;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.operation.Operation;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** What differs between the records and what was seen, the decisions on it, and the runs that find it. */
public final class DeviationEndpoints {

    public record ListDeviations(DeviationFilter filter, PageRequest page) {}

    public record Decide(UUID id, DecisionOrder body) {}

    public record StartAudit() {}

    public record ListAuditRuns(Optional<AuditRun.State> state, PageRequest page) {}

    public record ListUnseen(UUID id, Optional<Answer> answer, PageRequest page) {}

    public record GetAuditSettings() {}

    public record SaveAuditSettings(AuditSettings body) {}

    public static final Endpoint<ListDeviations, Page<Deviation>> LIST = Endpoint.get("list-deviations", "/deviations",
            ListDeviations.class, new TypeReference<>() {},
            "Lists what differs between the records and what was seen, by kind.",
            (core, q) -> core.deviations().deviations(q.filter(), q.page()));

    public static final Endpoint<ById, Deviation> GET = Endpoint.get("get-deviation", "/deviations/{id}", ById.class,
            Deviation.class, "One deviation.", (core, q) -> core.deviations().deviation(q.id()));

    public static final Endpoint<ById, Correction> CORRECTION = Endpoint.get("get-correction",
            "/deviations/{id}/correction", ById.class, Correction.class,
            "What accepting a deviation would change in the records.",
            (core, q) -> core.deviations().correction(q.id()));

    public static final Endpoint<Decide, Deviation> DECIDE = Endpoint.put("decide-deviation",
            "/deviations/{id}/decision", Decide.class, Deviation.class,
            "Decides on a deviation: accepts it, which corrects the record, has it fixed, ignores it or takes it over.",
            (core, q) -> core.deviations().decide(q.id(), q.body())).needs(Role.OPERATOR);

    public static final Endpoint<StartAudit, Operation> START = Endpoint.post("start-audit", "/audit-runs",
            StartAudit.class, Operation.class, "Compares the records with what is there.",
            (core, _) -> core.deviations().start()).needs(Role.OPERATOR).succeeds(202);

    public static final Endpoint<ListAuditRuns, Page<AuditRun>> LIST_RUNS = Endpoint.get("list-audit-runs",
            "/audit-runs", ListAuditRuns.class, new TypeReference<>() {},
            "Lists the audits, newest first, each with how complete it was.",
            (core, q) -> q.state().isEmpty() ? core.deviations().runs(q.page())
                    : Lists.matching(core.deviations()::runs, run -> run.state() == q.state().get(), q.page()));

    public static final Endpoint<ById, AuditRun> GET_RUN = Endpoint.get("get-audit-run", "/audit-runs/{id}",
            ById.class, AuditRun.class, "One audit.", (core, q) -> core.deviations().run(q.id()));

    public static final Endpoint<ListUnseen, Page<Unseen>> LIST_UNSEEN = Endpoint.get("list-unseen",
            "/audit-runs/{id}/unseen", ListUnseen.class, new TypeReference<>() {},
            "Lists what an audit could not see; kept for the newest audits.",
            (core, q) -> q.answer().isEmpty() ? core.deviations().unseen(q.id(), q.page())
                    : Lists.matching(page -> core.deviations().unseen(q.id(), page),
                            one -> one.answer() == q.answer().get(), q.page()));

    public static final Endpoint<GetAuditSettings, AuditSettings> GET_SETTINGS = Endpoint.get("get-audit-settings",
            "/audit-settings", GetAuditSettings.class, AuditSettings.class, "When audits run.",
            (core, _) -> core.deviations().settings());

    public static final Endpoint<SaveAuditSettings, AuditSettings> SAVE_SETTINGS = Endpoint.put("save-audit-settings",
            "/audit-settings", SaveAuditSettings.class, AuditSettings.class, "Changes when audits run.",
            (core, q) -> core.deviations().save(q.body())).needs(Role.OPERATOR);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST, GET, CORRECTION, DECIDE, START, LIST_RUNS, GET_RUN, LIST_UNSEEN, GET_SETTINGS,
                SAVE_SETTINGS);
    }

    private DeviationEndpoints() {}
}
