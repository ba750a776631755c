package org.dcos.ui.model.place;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;

/** Makes the navigator's tree out of the estate: a pure function of estate, capacities and time. */
public final class PlacesModel {

    private final Texts texts;
    private final InstantSource clock;

    /** What all places are looked at with. */
    private record Sight(Estate estate, Map<UUID, RackCapacity> capacities, Map<UUID, Alert> worst, Instant now) {}

    public PlacesModel(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** @param capacities by the racks' ids; of one that is not among them its servers are counted */
    public List<PlaceNode> tree(Estate estate, Map<UUID, RackCapacity> capacities) {
        var sight = new Sight(estate, capacities, estate.worstAlerts(), clock.instant());
        Map<UUID, List<Rack>> racks = estate.racks().values().stream()
                .sorted(Comparator.comparing(Rack::name, NaturalOrder.INSTANCE))
                .collect(Collectors.groupingBy(Rack::room));
        Map<UUID, List<Room>> rooms = estate.rooms().values().stream()
                .sorted(Comparator.comparing(Room::name, NaturalOrder.INSTANCE))
                .collect(Collectors.groupingBy(Room::idc));
        return estate.idcs().values().stream().sorted(Comparator.comparing(Idc::name, NaturalOrder.INSTANCE))
                .map(idc -> idc(idc, rooms.getOrDefault(idc.id(), List.of()).stream()
                        .map(room -> room(sight, room, racks.getOrDefault(room.id(), List.of())))
                        .toList()))
                .toList();
    }

    private PlaceNode idc(Idc idc, List<PlaceNode> rooms) {
        return new PlaceNode(PlaceNode.Kind.IDC, new Selected.OfIdc(idc.id()), idc.name(),
                texts.get("places.rooms", rooms.size()), worst(rooms), rooms);
    }

    private PlaceNode room(Sight sight, Room room, List<Rack> racks) {
        var rows = new TreeMap<String, List<Rack>>(NaturalOrder.INSTANCE);
        racks.forEach(rack -> rows.computeIfAbsent(rack.row(), _ -> new java.util.ArrayList<>()).add(rack));
        var children = rows.entrySet().stream()
                .flatMap(row -> row(sight, room, row.getKey(), row.getValue()).stream()).toList();
        return new PlaceNode(PlaceNode.Kind.ROOM, new Selected.OfRoom(room.id()), room.name(),
                texts.get("places.racks", racks.size()), worst(children), children);
    }

    /** Racks that stand in no named row hang on the room itself. */
    private List<PlaceNode> row(Sight sight, Room room, String row, List<Rack> racks) {
        var nodes = racks.stream().map(rack -> rack(sight, rack)).toList();
        return row.isEmpty() ? nodes
                : List.of(new PlaceNode(PlaceNode.Kind.ROW, new Selected.OfRow(room.id(), row),
                        texts.get("places.row", row),
                        "", worst(nodes), nodes));
    }

    private PlaceNode rack(Sight sight, Rack rack) {
        var servers = sight.estate.inRack(rack.id());
        double used = Optional.ofNullable(sight.capacities.get(rack.id())).map(RackCapacity::usedUnits)
                .orElseGet(() -> servers.stream()
                        .mapToDouble(server -> server.mounting().orElseThrow().heightUnits()).sum());
        var mark = servers.stream()
                .map(server -> sight.estate.mark(server, Optional.ofNullable(sight.worst.get(server.id())), sight.now))
                .reduce(Mark.NONE, Mark::worse);
        return new PlaceNode(PlaceNode.Kind.RACK, new Selected.OfRack(rack.id()), rack.name(),
                texts.get("places.units", used, rack.heightUnits()), mark, List.of());
    }

    private static Mark worst(List<PlaceNode> nodes) {
        return nodes.stream().map(PlaceNode::mark).reduce(Mark.NONE, Mark::worse);
    }
}
