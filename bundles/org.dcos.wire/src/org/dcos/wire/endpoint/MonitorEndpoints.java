package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** OneMonitor: states, sensors, series and their collection. */
public final class MonitorEndpoints {

    public record ListStatuses(Optional<PowerState> power, Optional<Health> health, Optional<Reachability> reachability,
            PageRequest page) {

        boolean narrows() {
            return power.isPresent() || health.isPresent() || reachability.isPresent();
        }

        Predicate<ServerStatus> wanted() {
            return s -> power.map(s.power()::equals).orElse(true) && health.map(s.health()::equals).orElse(true)
                    && reachability.map(s.reachability()::equals).orElse(true);
        }
    }

    /** @param id of the server */
    public record ListSensors(java.util.UUID id, Optional<SensorReading.Level> level, PageRequest page) {}

    public record ListSeries(String metric, Map<String, String> labels, PageRequest page) {}

    public record QuerySeries(RangeQuery body) {}

    public record SaveSettings(CollectionSettings body) {}

    public static final Endpoint<ListStatuses, Page<ServerStatus>> LIST_STATUSES = Endpoint.get("list-statuses",
            "/statuses",
            ListStatuses.class, new TypeReference<>() {}, "Lists the last known states of the servers.",
            (core, q) -> q.narrows() ? Lists.matching(core.statuses()::statuses, q.wanted(), q.page())
                    : core.statuses().statuses(q.page()));

    public static final Endpoint<ById, ServerStatus> GET_STATUS = Endpoint.get("get-status", "/servers/{id}/status",
            ById.class,
            ServerStatus.class, "The last known state of a server.", (core, q) -> core.statuses().status(q.id()));

    public static final Endpoint<ListSensors, Page<SensorReading>> LIST_SENSORS = Endpoint.get("list-sensors",
            "/servers/{id}/sensors", ListSensors.class, new TypeReference<>() {},
            "Lists the sensors of a server as last read, in the order of its BMC's repository.",
            (core, q) -> Lists.part(core.statuses().sensors(q.id()).stream()
                    .filter(s -> q.level().map(s.level()::equals).orElse(true)).toList(), q.page()));

    public static final Endpoint<ListSeries, Page<SeriesKey>> LIST_SERIES = Endpoint.get("list-series", "/series",
            ListSeries.class, new TypeReference<>() {}, "Lists the series of a metric that have these labels.",
            (core, q) -> Lists.part(core.metrics().series(q.metric(), q.labels()), q.page()));

    public static final Endpoint<QuerySeries, List<SeriesRange>> QUERY_SERIES = Endpoint
            .<QuerySeries, List<SeriesRange>>of(
                    "query-series", Method.POST, "/series/query", QuerySeries.class,
                    new TypeReference<List<SeriesRange>>() {}.getType(),
                    "Stretches of all series that match, at most 1,000 of them.",
                    (core, q) -> core.metrics().query(q.body()));

    public static final Endpoint<None, CollectionSettings> GET_SETTINGS = Endpoint.get("get-collection-settings",
            "/collection-settings", None.class, CollectionSettings.class,
            "How often BMCs are asked, and how long samples are kept.",
            (core, _) -> core.collection().settings());

    public static final Endpoint<SaveSettings, CollectionSettings> SAVE_SETTINGS = Endpoint
            .put("save-collection-settings",
                    "/collection-settings", SaveSettings.class, CollectionSettings.class,
                    "Changes the collection; takes effect at once.",
                    (core, q) -> core.collection().save(q.body()))
            .needs(Role.ADMINISTRATOR);

    public static final Endpoint<None, Optional<Sweep>> LAST_SWEEP = Endpoint.get("get-last-sweep", "/sweeps/last",
            None.class,
            new TypeReference<>() {}, "The last round of asking every BMC for its power state; 204 before the first.",
            (core, _) -> core.collection().lastSweep());

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_STATUSES, GET_STATUS, LIST_SENSORS, LIST_SERIES, QUERY_SERIES, GET_SETTINGS, SAVE_SETTINGS,
                LAST_SWEEP);
    }

    private MonitorEndpoints() {}
}
