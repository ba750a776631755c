package org.dcos.tests.console.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;

/** Two IDCs, three rooms, a few rows of racks, some hundred servers; a handful of them in trouble. */
final class DemoEstate {

    private static final int RACK_UNITS = 42;
    private static final int TOP_OF_SERVERS = 40;
    private static final int[] HEIGHTS = {2, 2, 1, 2, 2, 2, 1, 1, 1, 2, 4, 2, 1, 2};
    private static final int[] FILLED = {36, 38, 29, 20};
    private static final String[] MODELS = {"Huawei/2288H V5", "Inspur/NF5280M6", "Dell/PowerEdge R750",
        "H3C/R4900 G5"};

    final List<Idc> idcs = new ArrayList<>();
    final List<Room> rooms = new ArrayList<>();
    final List<Rack> racks = new ArrayList<>();
    final List<Server> servers = new ArrayList<>();
    final List<ServerStatus> statuses = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    private final Instant now;

    DemoEstate(Instant now) {
        this.now = now;
        var shanghai = idc("Shanghai A");
        var room = room(shanghai, "Room 201");
        List.of("A", "B", "C").forEach(row -> row(room, row, 4));
        row(room(shanghai, "Room 202"), "D", 3);
        row(room(idc("Shenzhen B"), "Room 1"), "E", 2);
        alerts();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Server server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst().orElseThrow();
    }

    private Idc idc(String name) {
        var idc = new Idc(id(name), 1, name);
        idcs.add(idc);
        return idc;
    }

    private Room room(Idc idc, String name) {
        var room = new Room(id(idc.name() + name), 1, idc.id(), name);
        rooms.add(room);
        return room;
    }

    private void row(Room room, String row, int count) {
        for (int i = 1; i <= count; i++) {
            var name = "%s%02d".formatted(row, i);
            var rack = new Rack(id(room.name() + name), 1, room.id(), row, name, RACK_UNITS, OptionalInt.of(9000));
            racks.add(rack);
            fill(rack, i - 1);
        }
    }

    private void fill(Rack rack, int number) {
        int unit = TOP_OF_SERVERS;
        int least = TOP_OF_SERVERS - FILLED[number % FILLED.length];
        for (int i = 0; unit - HEIGHTS[(i + number * 3) % HEIGHTS.length] >= least; i++) {
            int height = HEIGHTS[(i + number * 3) % HEIGHTS.length];
            unit -= height;
            var name = "srv-%s-%02d".formatted(rack.name().toLowerCase(java.util.Locale.ROOT), i + 1);
            var model = MODELS[(i + number) % MODELS.length].split("/");
            var server = new Server(id(name), 1, name, "2102311X%08X".formatted(name.hashCode()),
                    Optional.of("AT-" + (10000 + servers.size())),
                    model[0], model[1], i % 3 == 0 ? "payments" : "platform",
                    Optional.of(new Mounting(rack.id(), unit + 1, height, Face.FRONT)), state(rack, i));
            servers.add(server);
            statuses.add(status(server));
        }
    }

    /** The last row is new: its servers are on their way into the pool. */
    private static LifecycleState state(Rack rack, int number) {
        if (!rack.row().equals("E")) {
            return LifecycleState.ACTIVE;
        }
        return !rack.name().equals("E01") ? LifecycleState.PLANNED
                : number < 9 ? LifecycleState.AVAILABLE : LifecycleState.ACCEPTED;
    }

    private ServerStatus status(Server server) {
        var name = server.name();
        var power = name.endsWith("a04-03") || name.endsWith("a04-08") ? PowerState.OFF : PowerState.ON;
        boolean silent = name.equals("srv-a03-07") || name.equals("srv-a03-08");
        var asked = now.minusSeconds(silent ? 380 : 4 + Math.floorMod(name.hashCode(), 20));
        var health = name.equals("srv-a03-04") ? Health.CRITICAL : name.equals("srv-a02-06") ? Health.WARNING
                : Health.OK;
        int watts = power == PowerState.OFF ? 14 : 290 + Math.floorMod(name.hashCode(), 190);
        return new ServerStatus(server.id(), silent ? Reachability.UNREACHABLE : Reachability.REACHABLE, power, health,
                Optional.of(asked), Optional.of(asked),
                Optional.of(asked.plus(Duration.ofSeconds(silent ? 75 : 36_000))),
                silent ? "no answer after 4 tries in 8 s" : "",
                Optional.of(health == Health.CRITICAL ? 44.1 : 23 + Math.floorMod(name.hashCode(), 60) / 10.0),
                Optional.of((double) watts));
    }

    private void alerts() {
        alert("srv-a03-04", Severity.CRITICAL, "Inlet Temp", "Inlet Temp 44.1 °C above 42.0 °C",
                "44.1 °C for 5 min; upper critical 42.0 °C", 3, Optional.empty(),
                beyond("Inlet Temp", 44.1, Finding.Threshold.CRITICAL, 42));
        alert("srv-a03-07", Severity.WARNING, "", "BMC does not answer, last value 6 min old",
                "no answer after 4 tries in 8 s", 6, Optional.empty(),
                new Finding.BmcUnreachable("no answer after 4 tries in 8 s", Optional.of(new BmcTrouble("10.1.3.7", 623,
                        new BmcTrouble.Cause.NoAnswer(4, Duration.ofSeconds(8), false))), Duration.ofMinutes(6)));
        alert("srv-a02-06", Severity.WARNING, "Exhaust Temp", "Exhaust Temp 52.0 °C above 50.0 °C",
                "52.0 °C for 34 min; upper non-critical 50.0 °C", 34, Optional.of("li.wei"),
                beyond("Exhaust Temp", 52, Finding.Threshold.NON_CRITICAL, 50));
    }

    private static Finding beyond(String sensor, double celsius, Finding.Threshold threshold, double limit) {
        return new Finding.SensorBeyondThreshold(sensor, celsius, "°C", true, threshold, limit, limit - 2,
                Duration.ofMinutes(5));
    }

    private void alert(String name, Severity severity, String subject, String what, String why, int minutes,
            Optional<String> by, Finding finding) {
        var server = server(name);
        var mounting = server.mounting().orElseThrow();
        var rack = racks.stream().filter(candidate -> candidate.id().equals(mounting.rack())).findFirst().orElseThrow();
        var since = now.minus(Duration.ofMinutes(minutes));
        alerts.add(new Alert(id(name + subject), 1, id("rule"), server.id(), subject, severity,
                by.isPresent() ? AlertState.ACKNOWLEDGED : AlertState.FIRING, what,
                "%s · %s U%s".formatted(name, rack.name(), mounting.lowest()), why, since, Optional.of(since),
                Optional.empty(), by, by.map(_ -> since), "", Optional.of(finding), Optional.empty()));
    }
}
