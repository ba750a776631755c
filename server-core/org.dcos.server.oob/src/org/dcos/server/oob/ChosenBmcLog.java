package org.dcos.server.oob;

import java.util.Optional;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.server.oob.redfish.RedfishBmcLog;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads logs over Redfish where a BMC has it, else over IPMI. Entries have other marks in each, so one does not step in
 * for the other while it is only silent.
 */
@Component(service = BmcLog.class)
public final class ChosenBmcLog implements BmcLog {

    private final Choice<BmcLog> logs;

    @Activate
    public ChosenBmcLog(@Reference RedfishConversations choice, @Reference RedfishBmcLog redfish,
            @Reference IpmiBmcLog ipmi) {
        this.logs = new Choice<>(choice, redfish, ipmi);
    }

    @Override
    public LogState state(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return logs.same(bmc, log -> log.state(bmc));
    }

    @Override
    public LogPart entries(BmcEndpoint bmc, Optional<Mark> after, int most) throws BmcFailure, InterruptedException {
        return logs.same(bmc, log -> log.entries(bmc, after, most));
    }

    @Override
    public boolean clear(BmcEndpoint bmc, Mark last) throws BmcFailure, InterruptedException {
        return logs.same(bmc, log -> log.clear(bmc, last));
    }
}
