package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.ChassisEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;

/** Orders to many chassis over the wire. */
final class RemoteChassisOrders implements ChassisOrders {

    private final Calls calls;

    RemoteChassisOrders(Calls calls) {
        this.calls = calls;
    }

    @Override
    public ChassisPlan plan(ChassisOrder order) throws Problem {
        return calls.call(ChassisEndpoints.PLAN, new ChassisEndpoints.Order(order));
    }

    @Override
    public ChassisRun order(ChassisOrder order) throws Problem {
        return calls.call(ChassisEndpoints.ORDER, new ChassisEndpoints.Order(order));
    }

    @Override
    public Page<ChassisRun> runs(PageRequest page) throws Problem {
        return calls.call(ChassisEndpoints.LIST, new ChassisEndpoints.ListOrders(Optional.empty(), page));
    }

    @Override
    public ChassisRun run(UUID id) throws Problem {
        return calls.call(ChassisEndpoints.GET, new ById(id));
    }

    @Override
    public ChassisRun pause(UUID id) throws Problem {
        return calls.call(ChassisEndpoints.PAUSE, new ById(id));
    }

    @Override
    public ChassisRun goOn(UUID id) throws Problem {
        return calls.call(ChassisEndpoints.GO_ON, new ById(id));
    }

    @Override
    public ChassisOrder rest(UUID id, Rest which) throws Problem {
        return calls.call(ChassisEndpoints.REST, new ChassisEndpoints.RestOf(id, which));
    }
}
