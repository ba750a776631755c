package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.Bmcs;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.BmcEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;

/** The known BMCs over the wire. */
final class RemoteBmcs implements Bmcs {

    private final Calls calls;

    RemoteBmcs(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Bmc> bmcs(Optional<UUID> server, Optional<Boolean> matched, PageRequest page) throws Problem {
        return calls.call(BmcEndpoints.LIST_BMCS, new BmcEndpoints.ListBmcs(server, matched, page));
    }

    @Override
    public Bmc bmc(UUID id) throws Problem {
        return calls.call(BmcEndpoints.GET_BMC, new ById(id));
    }

    @Override
    public void delete(UUID id) throws Problem {
        calls.call(BmcEndpoints.DELETE_BMC, new ById(id));
    }
}
