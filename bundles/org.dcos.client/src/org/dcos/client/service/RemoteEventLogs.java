package org.dcos.client.service;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;
import org.dcos.wire.endpoint.EventLogEndpoints;
import org.dcos.wire.endpoint.EventLogEndpoints.ClearOrder;

/** Event logs of BMCs, over the wire. */
final class RemoteEventLogs implements EventLogs {

    private final Calls calls;

    RemoteEventLogs(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<LogEntry> entries(EntryFilter filter, PageRequest page) throws Problem {
        return calls.call(EventLogEndpoints.LIST, new EventLogEndpoints.ListEntries(filter, page));
    }

    @Override
    public EventLogState state(UUID bmc) throws Problem {
        return calls.call(EventLogEndpoints.STATE, new ById(bmc));
    }

    @Override
    public Operation read(UUID bmc) throws Problem {
        return calls.call(EventLogEndpoints.READ, new ById(bmc));
    }

    @Override
    public Operation clear(UUID bmc, String reason) throws Problem {
        return calls.call(EventLogEndpoints.CLEAR, new EventLogEndpoints.ClearLog(bmc, new ClearOrder(reason)));
    }

    @Override
    public EventLogSettings settings() throws Problem {
        return calls.call(EventLogEndpoints.GET_SETTINGS, new None());
    }

    @Override
    public EventLogSettings save(EventLogSettings settings) throws Problem {
        return calls.call(EventLogEndpoints.SAVE_SETTINGS, new EventLogEndpoints.SaveLogSettings(settings));
    }
}
