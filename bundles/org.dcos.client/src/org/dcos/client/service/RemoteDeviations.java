package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.AuditSettings;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.DeviationEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;

/** The audit over the wire. */
final class RemoteDeviations implements Deviations {

    private final Calls calls;

    RemoteDeviations(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Deviation> deviations(DeviationFilter filter, PageRequest page) throws Problem {
        return calls.call(DeviationEndpoints.LIST, new DeviationEndpoints.ListDeviations(filter, page));
    }

    @Override
    public Deviation deviation(UUID id) throws Problem {
        return calls.call(DeviationEndpoints.GET, new ById(id));
    }

    @Override
    public Correction correction(UUID id) throws Problem {
        return calls.call(DeviationEndpoints.CORRECTION, new ById(id));
    }

    @Override
    public Deviation decide(UUID id, DecisionOrder order) throws Problem {
        return calls.call(DeviationEndpoints.DECIDE, new DeviationEndpoints.Decide(id, order));
    }

    @Override
    public Operation start() throws Problem {
        return calls.call(DeviationEndpoints.START, new DeviationEndpoints.StartAudit());
    }

    @Override
    public Page<AuditRun> runs(PageRequest page) throws Problem {
        return calls.call(DeviationEndpoints.LIST_RUNS, new DeviationEndpoints.ListAuditRuns(Optional.empty(), page));
    }

    @Override
    public AuditRun run(UUID id) throws Problem {
        return calls.call(DeviationEndpoints.GET_RUN, new ById(id));
    }

    @Override
    public Page<Unseen> unseen(UUID run, PageRequest page) throws Problem {
        return calls.call(DeviationEndpoints.LIST_UNSEEN,
                new DeviationEndpoints.ListUnseen(run, Optional.empty(), page));
    }

    @Override
    public AuditSettings settings() throws Problem {
        return calls.call(DeviationEndpoints.GET_SETTINGS, new DeviationEndpoints.GetAuditSettings());
    }

    @Override
    public AuditSettings save(AuditSettings settings) throws Problem {
        return calls.call(DeviationEndpoints.SAVE_SETTINGS, new DeviationEndpoints.SaveAuditSettings(settings));
    }
}
