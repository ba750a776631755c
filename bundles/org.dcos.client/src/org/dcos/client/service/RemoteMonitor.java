package org.dcos.client.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.metric.Metrics;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.monitor.Collection;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.status.ServerStatus;
import org.dcos.domain.status.Statuses;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;
import org.dcos.wire.endpoint.Lists;
import org.dcos.wire.endpoint.MonitorEndpoints;

/** States, series and their collection over the wire. */
final class RemoteMonitor implements Statuses, Metrics, Collection {

    private final Calls calls;

    RemoteMonitor(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<ServerStatus> statuses(PageRequest page) throws Problem {
        return calls.call(MonitorEndpoints.LIST_STATUSES,
                new MonitorEndpoints.ListStatuses(Optional.empty(), Optional.empty(), Optional.empty(), page));
    }

    @Override
    public ServerStatus status(UUID server) throws Problem {
        return calls.call(MonitorEndpoints.GET_STATUS, new ById(server));
    }

    @Override
    public List<SensorReading> sensors(UUID server) throws Problem {
        return Lists.all(page -> calls.call(MonitorEndpoints.LIST_SENSORS,
                new MonitorEndpoints.ListSensors(server, Optional.empty(), page)));
    }

    @Override
    public List<SeriesKey> series(String metric, Map<String, String> labels) throws Problem {
        return Lists.all(page -> calls.call(MonitorEndpoints.LIST_SERIES,
                new MonitorEndpoints.ListSeries(metric, labels, page)));
    }

    @Override
    public List<SeriesRange> query(RangeQuery query) throws Problem {
        return calls.call(MonitorEndpoints.QUERY_SERIES, new MonitorEndpoints.QuerySeries(query));
    }

    @Override
    public CollectionSettings settings() throws Problem {
        return calls.call(MonitorEndpoints.GET_SETTINGS, new None());
    }

    @Override
    public CollectionSettings save(CollectionSettings settings) throws Problem {
        return calls.call(MonitorEndpoints.SAVE_SETTINGS, new MonitorEndpoints.SaveSettings(settings));
    }

    @Override
    public Optional<Sweep> lastSweep() throws Problem {
        return calls.call(MonitorEndpoints.LAST_SWEEP, new None());
    }
}
