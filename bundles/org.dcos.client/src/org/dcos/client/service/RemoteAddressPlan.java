package org.dcos.client.service;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.QuarantineSettings;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.SweepReport;
import org.dcos.domain.ip.Utilisation;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.AddressEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

/** The work with networks and addresses, over the wire. */
final class RemoteAddressPlan implements AddressPlan {

    private final Calls calls;

    RemoteAddressPlan(Calls calls) {
        this.calls = calls;
    }

    @Override
    public PlanResult preview(PlanOrder order) throws Problem {
        return calls.call(AddressEndpoints.PREVIEW, new AddressEndpoints.Order(order));
    }

    @Override
    public PlanResult carryOut(PlanOrder order) throws Problem {
        return calls.call(AddressEndpoints.CARRY_OUT, new AddressEndpoints.Order(order));
    }

    @Override
    public Utilisation utilisation(UUID prefix) throws Problem {
        return calls.call(AddressEndpoints.UTILISATION, new ById(prefix));
    }

    @Override
    public Page<SpaceBlock> blocks(UUID prefix, PageRequest page) throws Problem {
        return calls.call(AddressEndpoints.BLOCKS, new AddressEndpoints.ListBlocks(prefix, page));
    }

    @Override
    public QuarantineSettings quarantine() throws Problem {
        return calls.call(AddressEndpoints.QUARANTINE, new None());
    }

    @Override
    public void saveQuarantine(QuarantineSettings settings) throws Problem {
        calls.call(AddressEndpoints.SAVE_QUARANTINE, new AddressEndpoints.SaveQuarantine(settings));
    }

    @Override
    public SweepReport sweep() throws Problem {
        return calls.call(AddressEndpoints.SWEEP, new None());
    }
}
