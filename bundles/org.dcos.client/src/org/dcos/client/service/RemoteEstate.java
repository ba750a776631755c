package org.dcos.client.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.capacity.Capacities;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.devicetype.DeviceTypes;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Search;
import org.dcos.wire.endpoint.EstateEndpoints;

/** Device types, search, impact and capacity over the wire. */
final class RemoteEstate implements DeviceTypes, Search, Impacts, Capacities {

    private final Calls calls;

    RemoteEstate(Calls calls) {
        this.calls = calls;
    }

    @Override
    public TypeReport take(TypeOrder order) throws Problem {
        return calls.call(EstateEndpoints.TAKE_TYPES, new EstateEndpoints.TakeTypes(order));
    }

    @Override
    public Page<TypeFit> fits(UUID type, PageRequest page) throws Problem {
        return calls.call(EstateEndpoints.LIST_FITS, new EstateEndpoints.ListFits(type, page));
    }

    @Override
    public ChangeSet fit(UUID type, FitOrder order) throws Problem {
        return calls.call(EstateEndpoints.FIT_DEVICES, new EstateEndpoints.FitDevices(type, order));
    }

    @Override
    public List<Hit> find(String text, int limit) throws Problem {
        return calls.call(EstateEndpoints.FIND, new EstateEndpoints.Find(text, limit));
    }

    @Override
    public Page<Hurt> of(UUID gone, PageRequest page) throws Problem {
        return calls.call(EstateEndpoints.LIST_IMPACT, new EstateEndpoints.ListImpact(gone, page));
    }

    @Override
    public ImpactGraph graph(UUID thing, int most) throws Problem {
        return calls.call(EstateEndpoints.GET_IMPACT_GRAPH, new EstateEndpoints.GetImpactGraph(thing, most));
    }

    @Override
    public Trace trace(UUID port) throws Problem {
        return calls.call(EstateEndpoints.GET_TRACE, new EstateEndpoints.GetTrace(port));
    }

    @Override
    public Page<RackCapacity> racks(Optional<UUID> room, PageRequest page) throws Problem {
        return calls.call(EstateEndpoints.LIST_CAPACITY, new EstateEndpoints.ListCapacity(room, page));
    }
}
