package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.Sensor;

/**
 * All that a server measures. There are two styles: Thermal and Power hold all of a chassis in two answers; the newer
 * Sensors are a resource each, which costs one answer only where the service sends members with their collection. The
 * cheaper style that is there is taken.
 */
public final class SensorReader {

    private final RedfishConnection connection;
    private final Layout layout;

    public SensorReader(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    /** In the order the service tells them, each once; an empty place counts only where a supply could be. */
    public List<Sensor> read() throws RedfishException, InterruptedException {
        var sensors = new LinkedHashMap<String, Sensor>();
        for (Chassis chassis : layout.chassis(connection)) {
            boolean old = chassis.thermal().isPresent() || chassis.power().isPresent();
            boolean single = chassis.sensors().isPresent() && (!old || layout.expands(connection));
            for (Sensor sensor : single ? newStyle(chassis) : oldStyle(chassis)) {
                if (!sensor.health().absent() || sensor.kind() == Sensor.Kind.POWER_SUPPLY) {
                    sensors.putIfAbsent(sensor.id(), sensor);
                }
            }
        }
        return List.copyOf(sensors.values());
    }

    private List<Sensor> oldStyle(Chassis chassis) throws RedfishException, InterruptedException {
        var sensors = new ArrayList<Sensor>();
        if (chassis.thermal().isPresent()) {
            Optional<Json> thermal = connection.find(chassis.thermal().get());
            thermal.ifPresent(json -> {
                add(json, "Temperatures", Sensor::temperature, sensors);
                add(json, "Fans", Sensor::fan, sensors);
            });
        }
        if (chassis.power().isPresent()) {
            Optional<Json> power = connection.find(chassis.power().get());
            power.ifPresent(json -> {
                add(json, "Voltages", Sensor::voltage, sensors);
                json.objects("PowerControl").stream().filter(control -> control.has("PowerConsumedWatts"))
                        .map(Sensor::consumption).forEach(sensors::add);
                add(json, "PowerSupplies", Sensor::supply, sensors);
            });
        }
        return sensors;
    }

    private static void add(Json json, String array, Function<Json, Sensor> reader, List<Sensor> sensors) {
        json.objects(array).stream().map(reader).forEach(sensors::add);
    }

    private List<Sensor> newStyle(Chassis chassis) throws RedfishException, InterruptedException {
        var sensors = new ArrayList<Sensor>();
        if (chassis.sensors().isPresent()) {
            Members.whole(connection, chassis.sensors().get()).stream().map(Sensor::single).forEach(sensors::add);
        }
        for (Json supply : supplies(connection, chassis)) {
            sensors.add(Sensor.supply(supply));
        }
        return sensors;
    }

    /** Supplies of the new style. */
    static List<Json> supplies(RedfishConnection connection, Chassis chassis)
            throws RedfishException, InterruptedException {
        return below(connection, chassis.powerSubsystem(), "PowerSupplies");
    }

    /** The members of a collection that a resource leads to. */
    static List<Json> below(RedfishConnection connection, Optional<String> resource, String collection)
            throws RedfishException, InterruptedException {
        Optional<Json> json = resource.isPresent() ? connection.find(resource.get()) : Optional.empty();
        Optional<String> path = json.flatMap(found -> found.link(collection));
        return path.isPresent() ? Members.whole(connection, path.get()) : List.of();
    }
}
