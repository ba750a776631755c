package org.dcos.client.service;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.bmcsetup.DetailsFilter;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.BmcSettingsEndpoints;
import org.dcos.wire.endpoint.BmcSettingsEndpoints.BmcAccessOrder;
import org.dcos.wire.endpoint.BmcSettingsEndpoints.BmcChangeOrder;
import org.dcos.wire.endpoint.Endpoint.ById;

/** How BMCs are set up, over the wire. */
final class RemoteBmcSettings implements BmcSettings {

    private final Calls calls;

    RemoteBmcSettings(Calls calls) {
        this.calls = calls;
    }

    @Override
    public BmcDetails details(UUID bmc) throws Problem {
        return calls.call(BmcSettingsEndpoints.GET_DETAILS, new ById(bmc));
    }

    @Override
    public Page<BmcDetails> details(DetailsFilter filter, PageRequest page) throws Problem {
        return calls.call(BmcSettingsEndpoints.LIST_DETAILS, new BmcSettingsEndpoints.ListDetails(filter, page));
    }

    @Override
    public BmcParts parts(UUID bmc) throws Problem {
        return calls.call(BmcSettingsEndpoints.GET_PARTS, new ById(bmc));
    }

    @Override
    public Operation read(ReadOrder order) throws Problem {
        return calls.call(BmcSettingsEndpoints.READ, new BmcSettingsEndpoints.ReadAnew(order));
    }

    @Override
    public Operation change(UUID bmc, BmcChange change, String reason) throws Problem {
        return calls.call(BmcSettingsEndpoints.CHANGE,
                new BmcSettingsEndpoints.Change(bmc, new BmcChangeOrder(change, reason)));
    }

    @Override
    public Operation changeAccess(UUID bmc, AccessChange change, String reason) throws Problem {
        return calls.call(BmcSettingsEndpoints.CHANGE_ACCESS,
                new BmcSettingsEndpoints.ChangeAccess(bmc, new BmcAccessOrder(change, reason)));
    }
}
