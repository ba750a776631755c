package org.dcos.server.store.cmdb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.store.database.Breach;

import jakarta.persistence.EntityManager;

/** Finds out, after the database has refused changes, which value was taken or what stands in the way, and says it. */
final class ConflictText {

    private final EntityManager entities;
    private final Map<List<Object>, UUID> seen = new HashMap<>();

    ConflictText(EntityManager entities) {
        this.entities = entities;
    }

    String of(Breach breach, List<Change> changes) {
        return switch (breach) {
            case VERSION -> "Somebody else changed one of these records at the same moment. Load them again and repeat "
                    + "your change.";
            case UNIQUE -> changes.stream().map(this::taken).flatMap(Optional::stream).findFirst()
                    .orElse("One of the names or serial numbers was taken by somebody else. Load the list again.");
            case REFERENCE -> changes.stream().map(this::referred).flatMap(Optional::stream).findFirst()
                    .orElse("A place that these records refer to was deleted meanwhile. Load the list again.");
        };
    }

    private Optional<String> taken(Change change) {
        return switch (change) {
            case Change.SaveIdc(Idc idc) when taken("IdcEntity e where e.name = ?1", idc.id(), idc.name()) ->
                    Optional.of("An IDC named %s exists already. Choose another name.".formatted(idc.name()));
            case Change.SaveRoom(Room room) when taken("RoomEntity e where e.name = ?1 and e.idc = ?2", room.id(),
                    room.name(), room.idc()) ->
                    Optional.of("The IDC has a room named %s already. Choose another name.".formatted(room.name()));
            case Change.SaveRack(Rack rack) when taken("RackEntity e where e.name = ?1 and e.room = ?2", rack.id(),
                    rack.name(), rack.room()) ->
                    Optional.of("The room has a rack named %s already. Choose another name.".formatted(rack.name()));
            case Change.SaveServer(Server server) when taken("ServerEntity e where e.name = ?1", server.id(),
                    server.name()) ->
                    Optional.of(
                            "The name %s is taken by another server. Choose another name.".formatted(server.name()));
            case Change.SaveServer(Server server) when taken("ServerEntity e where e.serial = ?1", server.id(),
                    server.serial()) ->
                    Optional.of("The serial number %s is recorded for another server.".formatted(server.serial()));
            case Change.SaveIdc _ -> Optional.empty();
            case Change.SaveRoom _ -> Optional.empty();
            case Change.SaveRack _ -> Optional.empty();
            case Change.SaveServer _ -> Optional.empty();
            case Change.DeleteIdc _ -> Optional.empty();
            case Change.DeleteRoom _ -> Optional.empty();
            case Change.DeleteRack _ -> Optional.empty();
            case Change.DeleteServer _ -> Optional.empty();
        };
    }

    /** Whether another record has these values, in the database or earlier among the changes. */
    private boolean taken(String from, UUID id, Object... values) {
        UUID earlier = seen.putIfAbsent(List.of(from, List.of(values)), id);
        if (earlier != null && !earlier.equals(id)) {
            return true;
        }
        var query = entities.createQuery("select count(e) from " + from + " and e.id <> ?9", Long.class).setParameter(9,
                id);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getSingleResult() > 0;
    }

    private Optional<String> referred(Change change) {
        return switch (change) {
            case Change.DeleteIdc(UUID id) ->
                    inside("RoomEntity e where e.idc = ?1", id,
                            "The IDC still has %d rooms. Delete or move them first.");
            case Change.DeleteRoom(UUID id) ->
                    inside("RackEntity e where e.room = ?1", id,
                            "The room still has %d racks. Delete or move them first.");
            case Change.DeleteRack(UUID id) ->
                    inside("ServerEntity e where e.rack = ?1", id,
                            "The rack still has %d servers. Delete or move them first.");
            case Change.SaveIdc _ -> Optional.empty();
            case Change.SaveRoom _ -> Optional.empty();
            case Change.SaveRack _ -> Optional.empty();
            case Change.SaveServer _ -> Optional.empty();
            case Change.DeleteServer _ -> Optional.empty();
        };
    }

    private Optional<String> inside(String from, UUID id, String text) {
        long count = entities.createQuery("select count(e) from " + from, Long.class).setParameter(1, id)
                .getSingleResult();
        return count == 0 ? Optional.empty() : Optional.of(text.formatted(count));
    }
}
