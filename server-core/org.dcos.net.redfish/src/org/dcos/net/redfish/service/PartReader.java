package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.Part;

/** What a server is made of, as far as its management controller tells. Slots with nothing in them are left out. */
public final class PartReader {

    private final RedfishConnection connection;
    private final Layout layout;

    public PartReader(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    public List<Part> read() throws RedfishException, InterruptedException {
        ComputerSystem.Links links = new SystemControl(connection).system().links();
        var parts = new ArrayList<Part>();
        add(Part.Kind.PROCESSOR, links.processors(), parts);
        add(Part.Kind.MEMORY, links.memory(), parts);
        addDrives(links.storage(), parts);
        for (Chassis chassis : layout.chassis(connection)) {
            addOfChassis(chassis, parts);
        }
        return parts.stream().filter(part -> !part.health().absent()).toList();
    }

    private void add(Part.Kind kind, Optional<String> collection, List<Part> parts)
            throws RedfishException, InterruptedException {
        if (collection.isPresent() && connection.find(collection.get()).isPresent()) {
            for (Json json : Members.whole(connection, collection.get())) {
                parts.add(Part.read(kind, json));
            }
        }
    }

    /** A storage resource is a controller; its drives are linked. */
    private void addDrives(Optional<String> storage, List<Part> parts) throws RedfishException, InterruptedException {
        if (storage.isEmpty() || connection.find(storage.get()).isEmpty()) {
            return;
        }
        for (Json controller : Members.whole(connection, storage.get())) {
            for (Json drive : Members.resolved(connection, controller.objects("Drives"))) {
                parts.add(Part.read(Part.Kind.DRIVE, drive));
            }
        }
    }

    private void addOfChassis(Chassis chassis, List<Part> parts) throws RedfishException, InterruptedException {
        List<Json> supplies = SensorReader.supplies(connection, chassis);
        if (supplies.isEmpty() && chassis.power().isPresent()) {
            supplies = connection.find(chassis.power().get()).map(power -> power.objects("PowerSupplies"))
                    .orElse(List.of());
        }
        supplies.forEach(json -> parts.add(Part.read(Part.Kind.POWER_SUPPLY, json)));
        List<Json> fans = SensorReader.below(connection, chassis.thermalSubsystem(), "Fans");
        if (fans.isEmpty() && chassis.thermal().isPresent()) {
            fans = connection.find(chassis.thermal().get()).map(thermal -> thermal.objects("Fans")).orElse(List.of());
        }
        fans.forEach(json -> parts.add(Part.read(Part.Kind.FAN, json)));
    }
}
