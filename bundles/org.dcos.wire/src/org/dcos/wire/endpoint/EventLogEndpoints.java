package org.dcos.wire.endpoint;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.operation.Operation;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** Event logs of BMCs. */
public final class EventLogEndpoints {

    public record ListEntries(EntryFilter filter, PageRequest page) {}

    public record ClearLog(UUID id, ClearOrder body) {}

    public record SaveLogSettings(EventLogSettings body) {}

    /** @param reason for the audit log */
    public record ClearOrder(String reason) {}

    public static final Endpoint<ListEntries, Page<LogEntry>> LIST = Endpoint.get("list-event-log-entries",
            "/event-log-entries", ListEntries.class, new TypeReference<>() {},
            "Lists what BMCs wrote into their event logs, what happened last first.",
            (core, q) -> core.eventLogs().entries(q.filter(), q.page()));

    public static final Endpoint<ById, EventLogState> STATE = Endpoint.get("get-event-log", "/bmcs/{id}/event-log",
            ById.class, EventLogState.class, "How it stands with the event log of a BMC.",
            (core, q) -> core.eventLogs().state(q.id()));

    public static final Endpoint<ById, Operation> READ = Endpoint.post("read-event-log",
            "/bmcs/{id}/event-log/readings", ById.class, Operation.class,
            "Reads on now what is new in the event log of a BMC.", (core, q) -> core.eventLogs().read(q.id()))
            .succeeds(202);

    public static final Endpoint<ClearLog, Operation> CLEAR = Endpoint.post("clear-event-log",
            "/bmcs/{id}/event-log/clearings", ClearLog.class, Operation.class,
            "Reads the rest of a BMC's event log, keeps it, and then clears the log on the BMC.",
            (core, q) -> core.eventLogs().clear(q.id(), q.body().reason())).needs(Role.OPERATOR).succeeds(202);

    public static final Endpoint<None, EventLogSettings> GET_SETTINGS = Endpoint.get("get-event-log-settings",
            "/event-log-settings", None.class, EventLogSettings.class,
            "How often event logs are looked at, and how long entries are kept.",
            (core, _) -> core.eventLogs().settings());

    public static final Endpoint<SaveLogSettings, EventLogSettings> SAVE_SETTINGS = Endpoint.put(
            "save-event-log-settings", "/event-log-settings", SaveLogSettings.class, EventLogSettings.class,
            "Changes the collection of event logs; takes effect at once.",
            (core, q) -> core.eventLogs().save(q.body())).needs(Role.ADMINISTRATOR);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST, STATE, READ, CLEAR, GET_SETTINGS, SAVE_SETTINGS);
    }

    private EventLogEndpoints() {}
}
