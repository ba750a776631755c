package org.dcos.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.ui.model.estate.Estate;

/** A small data centre: one IDC, one room, row A with racks A01, A02 and A10, two servers in A01. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T04:44:02Z");
    public static final Idc IDC = new Idc(new UUID(1, 1), 1, "Shanghai A");
    public static final Room ROOM = new Room(new UUID(2, 1), 1, IDC.id(), "Room 201");
    public static final Rack A01 = rack(1, "A01");
    public static final Rack A02 = rack(2, "A02");
    public static final Rack A10 = rack(10, "A10");
    public static final Server WEB = server(1, "srv-a01-01", "SN0001", 28, 2);
    public static final Server DB = server(2, "srv-a01-02", "0012345", 26, 1);

    private Samples() {}

    public static Estate estate() {
        return Estate.of(List.of(IDC), List.of(ROOM), List.of(A10, A02, A01), List.of(WEB, DB));
    }

    private static Rack rack(int number, String name) {
        return new Rack(new UUID(3, number), 1, ROOM.id(), "A", name, 42, OptionalInt.of(9000));
    }

    private static Server server(int number, String name, String serial, int unit, int height) {
        return new Server(new UUID(4, number), 1, name, serial, Optional.of("ASSET-" + number), "Huawei", "2288H V5",
                "li.wei",
                Optional.of(new Mounting(A01.id(), unit, height, Face.FRONT)), LifecycleState.ACTIVE);
    }

    public static ServerStatus status(Server server, PowerState power, Health health, Duration age) {
        var asOf = NOW.minus(age);
        return new ServerStatus(server.id(), Reachability.REACHABLE, power, health, Optional.of(asOf),
                Optional.of(asOf),
                Optional.of(asOf.plusSeconds(75)), "", Optional.of(23.5), Optional.of(410.0));
    }

    public static Alert alert(Server server, Severity severity, AlertState state, String subject) {
        return new Alert(UUID.nameUUIDFromBytes((server.name() + subject + severity).getBytes()), 1, new UUID(9, 9),
                server.id(), subject, severity, state, "Inlet Temp 44.1 °C above 42.0 °C", server.name() + " · A01 U28",
                "upper critical threshold 42.0 °C", NOW.minusSeconds(200), Optional.of(NOW.minusSeconds(190)),
                Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    public static SensorReading celsius(String name, double value, Level level) {
        return new SensorReading(1, name, "Temperature", Optional.of(value), "°C", List.of(), level,
                new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(38.0),
                        Optional.of(42.0),
                        Optional.empty(), 1),
                NOW.minusSeconds(20));
    }
}
