package org.dcos.server.cmdb.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.server.cmdb.Places;

/**
 * The places as they will be: those that are recorded, and those that the file adds or changes. IDCs and rooms are
 * added where a row names them. Racks come from the racks sheets; a file without one may also add racks by the rows of
 * its servers, with {@value #DEFAULT_HEIGHT} U.
 */
final class PlacePlan {

    static final int DEFAULT_HEIGHT = 42;

    /** Names on the way to a rack: they are unique only together. */
    private record Path(List<String> names) {
        static Path of(String... names) {
            return new Path(List.of(names));
        }
    }

    private final Map<Path, Idc> idcs = new LinkedHashMap<>();
    private final Map<Path, Room> rooms = new LinkedHashMap<>();
    private final Map<Path, Rack> racks = new LinkedHashMap<>();
    private final Map<String, List<Rack>> racksByName = new HashMap<>();
    private final Map<String, Optional<String>> nearestRack = new HashMap<>();
    private final Map<Line, Effect> effects = new HashMap<>();
    private final Map<UUID, RackLine> rackLines = new HashMap<>();
    private final List<Idc> newIdcs = new ArrayList<>();
    private final List<Room> newRooms = new ArrayList<>();
    private final List<Rack> savedRacks = new ArrayList<>();
    private final Tally tally;
    private final boolean mayAddRacks;

    PlacePlan(Stock stock, BaselineLines lines, Tally tally) {
        this.tally = tally;
        this.mayAddRacks = lines.racks().isEmpty();
        Map<UUID, Idc> idcById = new HashMap<>();
        Map<UUID, Room> roomById = new HashMap<>();
        stock.idcs().forEach(idc -> {
            idcById.put(idc.id(), idc);
            idcs.put(Path.of(idc.name()), idc);
        });
        stock.rooms().forEach(room -> {
            roomById.put(room.id(), room);
            rooms.put(Path.of(idcById.get(room.idc()).name(), room.name()), room);
        });
        stock.racks().forEach(rack -> {
            Room room = roomById.get(rack.room());
            put(Path.of(idcById.get(room.idc()).name(), room.name(), rack.name()), rack);
        });
        lines.racks().forEach(this::take);
    }

    private void take(RackLine line) {
        if (line.idc().isEmpty() || line.room().isEmpty() || line.rack().isEmpty()) {
            return; // told already
        }
        Room room = room(line.idc(), line.room());
        Path path = Path.of(line.idc(), line.room(), line.rack());
        Rack old = racks.get(path);
        RackLine first = old == null ? null : rackLines.get(old.id());
        if (first != null) {
            line.line().error(Column.RACK,
                    "%s stands in %s too.".formatted(line.rack(), first.line().where(line.line())));
            return;
        }
        Rack now = old == null
                ? new Rack(UUID.randomUUID(), 0, room.id(), line.row(), line.rack(),
                        line.height().orElse(DEFAULT_HEIGHT),
                        line.power())
                : changed(old, line);
        rackLines.put(now.id(), line);
        put(path, now);
        if (!now.equals(old)) {
            savedRacks.add(now);
        }
        tally.rack(old, now);
        effects.put(line.line(), old == null ? Effect.CREATED : now.equals(old) ? Effect.UNCHANGED : Effect.CHANGED);
    }

    /** What becomes of the row's rack; REFUSED when the row has an error. */
    Effect effect(RackLine line) {
        return line.line().refused() ? Effect.REFUSED : effects.getOrDefault(line.line(), Effect.REFUSED);
    }

    /**
     * A cell that is empty leaves the height; an empty row name or power budget is taken where the file has the column.
     */
    private static Rack changed(Rack old, RackLine line) {
        OptionalInt power = line.line().has(Column.POWER_BUDGET) ? line.power() : old.powerBudgetWatts();
        return new Rack(old.id(), old.version(), old.room(), line.line().has(Column.ROW) ? line.row() : old.row(),
                old.name(), line.height().orElse(old.heightUnits()), power, old.weightLimitKg(), old.descending(),
                old.place(),
                old.labels(), old.fields());
    }

    private Room room(String idcName, String roomName) {
        Path idcPath = Path.of(idcName);
        Idc idc = idcs.get(idcPath);
        if (idc == null) {
            idc = new Idc(UUID.randomUUID(), 0, idcName);
            idcs.put(idcPath, idc);
            newIdcs.add(idc);
        }
        tally.idc(idc);
        Path roomPath = Path.of(idcName, roomName);
        Room room = rooms.get(roomPath);
        if (room == null) {
            room = new Room(UUID.randomUUID(), 0, idc.id(), roomName);
            rooms.put(roomPath, room);
            newRooms.add(room);
        }
        tally.room(room);
        return room;
    }

    /** The rack that a server's row names; empty, and told, when there is none or more than one. */
    Optional<Rack> rackOf(ServerLine server) {
        ServerLine.Spot spot = server.spot().orElseThrow();
        if (spot.idc().isEmpty() || spot.room().isEmpty()) {
            return byNameAlone(server.line(), spot);
        }
        Path path = Path.of(spot.idc(), spot.room(), spot.rack());
        Rack rack = racks.get(path);
        if (rack == null && mayAddRacks) {
            rack = new Rack(UUID.randomUUID(), 0, room(spot.idc(), spot.room()).id(), spot.row(), spot.rack(),
                    DEFAULT_HEIGHT, OptionalInt.empty());
            put(path, rack);
            savedRacks.add(rack);
            tally.rack(null, rack);
        }
        if (rack == null) {
            List<Rack> elsewhere = racksByName.getOrDefault(spot.rack(), List.of());
            server.line().error(Column.RACK, elsewhere.isEmpty()
                    ? "There is no rack %s in %s / %s, neither in a racks sheet nor recorded.".formatted(spot.rack(),
                            spot.idc(), spot.room())
                    : "Rack %s is not in %s / %s, but in %s.".formatted(spot.rack(), spot.idc(), spot.room(),
                            places().room(elsewhere.getFirst().room())),
                    elsewhere.isEmpty() ? nearest(spot.rack()) : Optional.empty());
        }
        return Optional.ofNullable(rack);
    }

    private Optional<Rack> byNameAlone(Line line, ServerLine.Spot spot) {
        List<Rack> named = racksByName.getOrDefault(spot.rack(), List.of());
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        line.error(Column.RACK, named.isEmpty()
                ? "There is no rack %s. Give its IDC and room too, or name one that is recorded.".formatted(spot.rack())
                : "There are %d racks named %s. Give the IDC and the room too.".formatted(named.size(), spot.rack()),
                named.isEmpty() ? nearest(spot.rack()) : Optional.empty());
        return Optional.empty();
    }

    private Optional<String> nearest(String rack) {
        return nearestRack.computeIfAbsent(rack, name -> Nearest.of(name, racksByName.keySet()));
    }

    private void put(Path path, Rack rack) {
        Rack replaced = racks.put(path, rack);
        List<Rack> named = racksByName.computeIfAbsent(rack.name(), _ -> new ArrayList<>());
        named.remove(replaced);
        named.add(rack);
    }

    /** The row of a racks sheet that tells of the rack. */
    Optional<RackLine> lineOf(UUID rack) {
        return Optional.ofNullable(rackLines.get(rack));
    }

    List<Idc> newIdcs() {
        return List.copyOf(newIdcs);
    }

    List<Room> newRooms() {
        return List.copyOf(newRooms);
    }

    /** New ones and changed ones. */
    List<Rack> savedRacks() {
        return List.copyOf(savedRacks);
    }

    Places places() {
        return Places.of(List.copyOf(idcs.values()), List.copyOf(rooms.values()), List.copyOf(racks.values()));
    }
}
