package org.dcos.lab.redfish;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Event;
import org.dcos.lab.plan.Manufacturer;

/** The event log, a page at a time, and the task that clears it with one maker (schemas LogService, Task). */
final class LogResources implements Resources {

    private static final String SERVICES = SYSTEM + "/LogServices";
    private static final String TASKS = ROOT + "/TaskService/Tasks";
    private static final String MONITORS = ROOT + "/TaskService/TaskMonitors/";
    private static final int PAGE = 50;
    private static final long TASK_MILLIS = 800;

    private final SharedBmc bmc;
    private final Dialect dialect;
    private final LabClock clock;
    private final String log;
    private final Map<Integer, Long> tasks = new TreeMap<>();

    LogResources(SharedBmc bmc, Dialect dialect, LabClock clock) {
        this.bmc = bmc;
        this.dialect = dialect;
        this.clock = clock;
        this.log = SERVICES + switch (bmc.server().hardware().manufacturer()) {
            case HPE -> "/IML";
            case LENOVO -> "/PlatformLog";
            case HUAWEI -> "/Log1";
            case DELL -> "/Sel";
            case INSPUR, H3C -> "/SEL";
        };
    }

    @Override
    public Optional<Route> route(String path) {
        if (path.equals(SERVICES)) {
            return Optional.of(Route.read(() -> Node.collection("LogServiceCollection", SERVICES, "Logs",
                    List.of(log))));
        }
        if (path.equals(log)) {
            return Optional.of(Route.read(this::service));
        }
        if (path.equals(log + "/Entries")) {
            return Optional.of(Route.read(() -> entries(0, PAGE)));
        }
        if (path.equals(log + "/Actions/LogService.ClearLog")) {
            return Optional.of(Route.action((_, _) -> clear()));
        }
        if (path.startsWith(MONITORS)) {
            return task(path);
        }
        return path.startsWith(log + "/Entries/")
                ? bmc.events().stream().filter(event -> path(event).equals(path)).findFirst()
                        .map(event -> Route.read(() -> entry(event)))
                : Optional.empty();
    }

    boolean isEntries(String path) {
        return path.equals(log + "/Entries");
    }

    private Node service() {
        return Node.resource("LogService.v1_2_0.LogService", log, "System Event Log")
                .put("MaxNumberOfRecords", bmc.mostEvents()).put("OverWritePolicy", "WrapsWhenFull")
                .put("DateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(bmc.time().atOffset(ZoneOffset.UTC)))
                .put("ServiceEnabled", true).putLink("Entries", log + "/Entries")
                .put("Actions", new Node().put("#LogService.ClearLog", new Node()
                        .put("target", log + "/Actions/LogService.ClearLog")));
    }

    /** Of one maker the newest first, of the others the oldest. */
    Node entries(int skip, int top) {
        List<Event> events = bmc.events();
        List<Event> order = bmc.server().hardware().manufacturer() == Manufacturer.DELL ? events.reversed() : events;
        int most = Math.clamp(top, 1, PAGE);
        Node node = new Node().put("@odata.id", log + "/Entries")
                .put("@odata.type", "#LogEntryCollection.LogEntryCollection").put("Name", "Log Entries")
                .put("Members@odata.count", events.size())
                .put("Members", order.stream().skip(skip).limit(most).map(this::entry).toList());
        return skip + most < events.size()
                ? node.put("Members@odata.nextLink", "%s/Entries?$skip=%d".formatted(log, skip + most))
                : node;
    }

    private String path(Event event) {
        return "%s/Entries/%d".formatted(log, event.id());
    }

    private Node entry(Event event) {
        Node node = Node.resource("LogEntry.v1_8_0.LogEntry", path(event), "Log Entry %d".formatted(event.id()))
                .put("EntryType", "SEL").put("Severity", event.severe() ? "Critical" : event.asserted() ? "Warning"
                        : "OK")
                .put("Created", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.at().atOffset(ZoneOffset.UTC)))
                .put("EntryCode", event.asserted() ? "Assert" : "Deassert").put("Message", event.text())
                .put("MessageId", "0x" + event.record().substring(20, 32));
        event.sensor().ifPresent(sensor -> node.put("SensorNumber", sensor.number()));
        return node;
    }

    private Answer clear() {
        if (!dialect.tasks()) {
            bmc.clearEvents();
            return Answer.NO_CONTENT;
        }
        synchronized (tasks) {
            int id = tasks.size() + 1;
            tasks.put(id, clock.elapsedMillis() + TASK_MILLIS);
            return new Answer(202, Map.of("Location", MONITORS + id, "Retry-After", "1"),
                    Optional.of(taskNode(id, "Running")));
        }
    }

    private Optional<Route> task(String path) {
        synchronized (tasks) {
            Optional<Integer> id = SystemResources.number(path, MONITORS, tasks.size());
            return id.map(number -> Route.read(() -> taskNode(number, state(number))));
        }
    }

    private String state(int id) {
        synchronized (tasks) {
            Long end = tasks.get(id);
            if (end == null || end > clock.elapsedMillis()) {
                return "Running";
            }
            if (end != Long.MIN_VALUE) {
                tasks.put(id, Long.MIN_VALUE);
                bmc.clearEvents();
            }
            return "Completed";
        }
    }

    private static Node taskNode(int id, String state) {
        return Node.resource("Task.v1_4_3.Task", "%s/%d".formatted(TASKS, id), "Clear log").put("TaskState", state)
                .put("TaskStatus", "OK").put("Messages", List.of());
    }

    /** {@code a=1&b=2} as a map. */
    static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&")).map(part -> part.split("=", 2)).filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, _) -> first));
    }
}
