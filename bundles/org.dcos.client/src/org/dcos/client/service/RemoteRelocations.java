package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.domain.relocation.Relocations;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.RelocationEndpoints;

/** Relocations over the wire. */
final class RemoteRelocations implements Relocations {

    private final Calls calls;

    RemoteRelocations(Calls calls) {
        this.calls = calls;
    }

    @Override
    public RelocationPlan plan(RelocationOrder order) throws Problem {
        return calls.call(RelocationEndpoints.PLAN, new RelocationEndpoints.Order(order));
    }

    @Override
    public Relocation begin(RelocationOrder order) throws Problem {
        return calls.call(RelocationEndpoints.BEGIN, new RelocationEndpoints.Order(order));
    }

    @Override
    public Page<Relocation> relocations(Optional<RelocationState> state, PageRequest page) throws Problem {
        return calls.call(RelocationEndpoints.LIST, new RelocationEndpoints.ListRelocations(state, page));
    }

    @Override
    public Relocation relocation(UUID id) throws Problem {
        return calls.call(RelocationEndpoints.GET, new ById(id));
    }

    @Override
    public RelocationPlan outlook(UUID id) throws Problem {
        return calls.call(RelocationEndpoints.OUTLOOK, new ById(id));
    }

    @Override
    public Relocation done(UUID id, UUID device, RelocationAction action, String note) throws Problem {
        return calls.call(RelocationEndpoints.DONE, new RelocationEndpoints.Step(id,
                new RelocationEndpoints.StepDone(device, action, note)));
    }

    @Override
    public Relocation rollBack(UUID id, String why) throws Problem {
        return calls.call(RelocationEndpoints.ROLL_BACK, new RelocationEndpoints.RollBack(id,
                new RelocationEndpoints.RollBackOrder(why)));
    }
}
