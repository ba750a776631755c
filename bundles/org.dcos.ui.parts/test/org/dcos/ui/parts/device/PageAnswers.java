package org.dcos.ui.parts.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;

/** One server with a BMC that has much to tell. */
final class PageAnswers {

    static final Instant NOW = TestDesk.NOW;
    static final UUID BMC = new UUID(7, 1);
    private static final UUID ROOM = new UUID(2, 1);
    private static final UUID RACK = new UUID(3, 1);
    static final Server SERVER = new Server(new UUID(4, 1), 1, "srv-a03-04", "2102311X99FCB2E3",
            Optional.of("AT-10044"), "Inspur", "NF5280M6", "payments",
            Optional.of(new Mounting(RACK, 36, 2, Face.FRONT)), LifecycleState.ACTIVE,
            Optional.empty(), Optional.empty(), Optional.empty(), Map.of("parts.dimm", "8 x M393A4K40", "parts.psu",
                    "2 x CRPS1600"),
            Map.of());

    @SuppressWarnings("resource") // the desk closes it
    static FakeConnection connection() {
        return new FakeConnection()
                .answer("idcs", _ -> FakeConnection.page(List.of(new Idc(new UUID(1, 1), 1, "Shanghai A"))))
                .answer("rooms", _ -> FakeConnection.page(List.of(new Room(ROOM, 1, new UUID(1, 1), "Room 201"))))
                .answer("Inventory.racks", _ -> FakeConnection.page(
                        List.of(new Rack(RACK, 1, ROOM, "A", "A03", 42, OptionalInt.of(9000)))))
                .answer("servers", _ -> FakeConnection.page(List.of(SERVER)))
                .answer("Statuses.statuses", _ -> FakeConnection.page(List.of(new ServerStatus(SERVER.id(),
                        Reachability.REACHABLE, PowerState.ON, Health.CRITICAL, Optional.of(NOW.minusSeconds(20)),
                        Optional.of(NOW.minusSeconds(20)), Optional.of(NOW.plusSeconds(60)), "", Optional.of(44.1),
                        Optional.of(359.0)))))
                .answer("Statuses.sensors", _ -> sensors())
                .answer("Bmcs.bmcs", _ -> FakeConnection.page(List.of(new Bmc(BMC, 1, "10.20.3.75", 623,
                        new UUID(8, 1), Optional.of(SERVER.id()), Optional.empty(), Optional.empty()))))
                .answer("BmcSettings.details", _ -> SetupAnswers.details(BMC))
                .answer("BmcSettings.parts", _ -> new BmcParts(BMC, Optional.of(SERVER.id()), SetupAnswers.parts(),
                        Optional.of(NOW.minusSeconds(204)), Optional.empty()))
                .answer("EventLogs.entries", _ -> FakeConnection.page(entries()))
                .answer("EventLogs.state", _ -> new EventLogState(BMC, 212, 212, 4_992, true,
                        Optional.of(NOW.minusSeconds(204)), Duration.ofSeconds(-3_725), false, "", Optional.empty(),
                        Optional.empty()));
    }

    private static List<SensorReading> sensors() {
        return List.of(analog(1, "Inlet Temp", "Temperature", 44.1, "°C", Level.CRITICAL, upper(38, 42, 46)),
                analog(2, "CPU1 Temp", "Temperature", 61, "°C", Level.OK, upper(85, 95, 100)),
                analog(3, "Exhaust Temp", "Temperature", 52, "°C", Level.WARNING, upper(50, 60, 70)),
                analog(4, "Fan 1", "Fan", 9120, "rpm", Level.OK, lower(1000, 600)),
                analog(5, "Fan 2", "Fan", 480, "rpm", Level.CRITICAL, lower(1000, 600)),
                analog(6, "PSU1 Power", "Other units-based sensor", 212, "W", Level.OK, Thresholds.NONE),
                analog(7, "P12V", "Voltage", 12.06, "V", Level.OK,
                        new Thresholds(Optional.of(10.2), Optional.of(10.8), Optional.of(11.2), Optional.of(12.8),
                                Optional.of(13.2), Optional.of(13.8), 0)),
                discrete(20, "Drive Bay 1", "Drive slot", Level.OK, "Drive present"),
                discrete(21, "Drive Bay 3", "Drive slot", Level.WARNING, "Drive present", "Predictive failure"),
                discrete(22, "PSU1 Status", "Power supply", Level.OK, "Presence detected"));
    }

    private static Thresholds upper(double warning, double critical, double fatal) {
        return new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(warning),
                Optional.of(critical), Optional.of(fatal), 1);
    }

    private static Thresholds lower(double warning, double critical) {
        return new Thresholds(Optional.empty(), Optional.of(critical), Optional.of(warning), Optional.empty(),
                Optional.empty(), Optional.empty(), 1);
    }

    private static SensorReading analog(int number, String name, String type, double value, String unit, Level level,
            Thresholds limits) {
        return new SensorReading(number, name, type, Optional.of(value), unit, List.of(), level, limits,
                NOW.minusSeconds(20));
    }

    private static SensorReading discrete(int number, String name, String type, Level level, String... states) {
        return new SensorReading(number, name, type, Optional.empty(), "", List.of(states), level, Thresholds.NONE,
                NOW.minusSeconds(20));
    }

    private static List<LogEntry> entries() {
        var all = new ArrayList<LogEntry>();
        for (int i = 200; i > 0; i--) {
            var ago = Duration.ofMinutes((201L - i) * 97 + i % 5 * 11);
            all.add(i % 23 == 4 ? entry(i, ago, "CPU1 Status", "Processor", "IERR", true, EventSeverity.CRITICAL)
                    : i % 9 == 2 ? entry(i, ago, "Drive Bay 3", "Drive slot", "Predictive failure", i % 2 == 0,
                            EventSeverity.WARNING)
                    : entry(i, ago, "System", "System boot initiated", "Initiated by power up", true,
                            EventSeverity.INFORMATION));
        }
        all.addFirst(entry(202, Duration.ofMinutes(20), "Inlet Temp", "Temperature",
                "Upper critical going high, reading 43 °C, threshold 42 °C", true, EventSeverity.CRITICAL));
        all.add(2, entry(203, Duration.ofHours(30), "Fan 2", "Fan",
                "Lower critical going low, reading 480 rpm, threshold 600 rpm", true, EventSeverity.CRITICAL));
        all.add(2, entry(204, Duration.ofHours(8), "Fan 2", "Fan",
                "Lower critical going low, reading 1200 rpm, threshold 600 rpm", false, EventSeverity.CRITICAL));
        all.add(2, entry(205, Duration.ofDays(5), "Inlet Temp", "Temperature",
                "Upper critical going high, reading 39 °C, threshold 42 °C", false, EventSeverity.CRITICAL));
        return all.stream().sorted((a, b) -> b.moment().compareTo(a.moment())).toList();
    }

    private static LogEntry entry(long id, Duration ago, String sensor, String type, String text, boolean asserted,
            EventSeverity severity) {
        var moment = NOW.minus(ago);
        return new LogEntry(id, BMC, Optional.of(SERVER.id()), Optional.of(moment.minusSeconds(3_725)), NOW, moment,
                (int) id, sensor, type, text, asserted, severity,
                String.format(Locale.ROOT, "%02x0002a1b2c365200004013057502a2a", id & 0xFF));
    }

    private PageAnswers() {}
}
