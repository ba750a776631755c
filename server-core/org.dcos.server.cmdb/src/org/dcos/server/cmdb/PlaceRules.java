package org.dcos.server.cmdb;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Invalid;

/** What IDCs, rooms and racks have to be before they are stored. */
final class PlaceRules {

    private final Places places;

    PlaceRules(Places places) {
        this.places = places;
    }

    static Idc cleaned(Idc idc) {
        return new Idc(idc.id(), idc.version(), Texts.clean(idc.name()));
    }

    static Room cleaned(Room room) {
        return new Room(room.id(), room.version(), room.idc(), Texts.clean(room.name()));
    }

    static Rack cleaned(Rack rack) {
        return new Rack(rack.id(), rack.version(), rack.room(), Texts.clean(rack.row()), Texts.clean(rack.name()),
                rack.heightUnits(), rack.powerBudgetWatts());
    }

    void check(Idc idc) throws Invalid {
        var found = new Violations();
        found.text("name", idc.name(), Limits.NAME, true);
        if (places.idcs().values().stream().anyMatch(o -> o.name().equals(idc.name()) && !o.id().equals(idc.id()))) {
            found.add("name", "An IDC named %s exists already.", idc.name());
        }
        found.throwIfAny();
    }

    void check(Room room) throws Invalid {
        var found = new Violations();
        found.text("name", room.name(), Limits.NAME, true);
        if (!places.idcs().containsKey(room.idc())) {
            found.add("idc", "There is no IDC with id %s.", room.idc());
        }
        if (places.rooms().values().stream().anyMatch(o -> o.name().equals(room.name()) && o.idc().equals(room.idc())
                && !o.id().equals(room.id()))) {
            found.add("name", "The IDC has a room named %s already.", room.name());
        }
        found.throwIfAny();
    }

    /** @param inside the servers that are recorded in this rack */
    void check(Rack rack, List<Server> inside) throws Invalid {
        var found = new Violations();
        found.text("name", rack.name(), Limits.NAME, true);
        found.text("row", rack.row(), Limits.NAME, false);
        if (!places.rooms().containsKey(rack.room())) {
            found.add("room", "There is no room with id %s.", rack.room());
        }
        if (places.racks().values().stream().anyMatch(o -> o.name().equals(rack.name()) && o.room().equals(rack.room())
                && !o.id().equals(rack.id()))) {
            found.add("name", "The room has a rack named %s already.", rack.name());
        }
        if (rack.heightUnits() < 1 || rack.heightUnits() > Rack.MAX_HEIGHT_UNITS) {
            found.add("heightUnits", "A rack has 1 to %d U, not %d.", Rack.MAX_HEIGHT_UNITS, rack.heightUnits());
        }
        rack.powerBudgetWatts().ifPresent(watts -> {
            if (watts < 1 || watts > Limits.POWER_WATTS) {
                found.add("powerBudgetWatts", "A power budget is 1 to %d W, not %d.", Limits.POWER_WATTS, watts);
            }
        });
        inside.stream().filter(server -> top(server) > rack.heightUnits()).forEach(server -> found.add("heightUnits",
                "%s is mounted up to U%d. Move it before the rack gets %d U.", server.name(), top(server),
                rack.heightUnits()));
        found.throwIfAny();
    }

    private static int top(Server server) {
        return server.mounting().map(Mounting::topUnit).orElse(0);
    }

    /** Why the place cannot be deleted; empty when nothing is in it. */
    static Optional<String> full(String kind, String name, String inside, long count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "The %s %s still has %d %s. Delete or move them first.".formatted(kind, name, count, inside));
    }

    long roomsIn(UUID idc) {
        return places.rooms().values().stream().filter(room -> room.idc().equals(idc)).count();
    }

    long racksIn(UUID room) {
        return places.racks().values().stream().filter(rack -> rack.room().equals(room)).count();
    }
}
