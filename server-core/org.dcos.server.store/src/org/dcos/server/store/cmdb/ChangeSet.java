package org.dcos.server.store.cmdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;

import jakarta.persistence.EntityManager;

/**
 * Applies changes to the rows within one transaction. Rows that are there already are loaded some hundred at a time, and
 * SQL goes out whenever the kind of change turns, so that references find what they refer to.
 */
final class ChangeSet {

    private static final int LOADED_AT_ONCE = 500;

    private final EntityManager entities;
    private final List<Kept<? extends Record>> saved = new ArrayList<>();
    private final Map<UUID, Kept<? extends Record>> loaded = new HashMap<>();

    ChangeSet(EntityManager entities) {
        this.entities = entities;
    }

    void apply(List<Change> changes) throws Conflict {
        load(IdcEntity.class, changes, c -> c instanceof Change.SaveIdc(Idc i) && i.version() > 0 ? i.id() : null);
        load(RoomEntity.class, changes, c -> c instanceof Change.SaveRoom(Room r) && r.version() > 0 ? r.id() : null);
        load(RackEntity.class, changes, c -> c instanceof Change.SaveRack(Rack r) && r.version() > 0 ? r.id() : null);
        load(ServerEntity.class, changes, c -> c instanceof Change.SaveServer(Server s) && s.version() > 0 ? s.id() : null);
        freeExchangedNames(changes);
        Class<?> kind = null;
        for (Change change : changes) {
            if (kind != change.getClass()) {
                entities.flush();
                kind = change.getClass();
            }
            apply(change);
        }
        entities.flush();
    }

    /** The saved records with their new versions. */
    List<Record> saved() {
        return saved.stream().<Record>map(Kept::toRecord).toList();
    }

    private void apply(Change change) throws Conflict {
        switch (change) {
            case Change.SaveIdc(Idc idc) -> save("IDC", idc.name(), idc.version(), idc, idc.id(), IdcEntity::of);
            case Change.SaveRoom(Room room) ->
                save("room", room.name(), room.version(), room, room.id(), RoomEntity::of);
            case Change.SaveRack(Rack rack) ->
                save("rack", rack.name(), rack.version(), rack, rack.id(), RackEntity::of);
            case Change.SaveServer(Server server) ->
                save("server", server.name(), server.version(), server, server.id(), ServerEntity::of);
            case Change.DeleteIdc(UUID id) -> delete("IDC", IdcEntity.class, id);
            case Change.DeleteRoom(UUID id) -> delete("room", RoomEntity.class, id);
            case Change.DeleteRack(UUID id) -> delete("rack", RackEntity.class, id);
            case Change.DeleteServer(UUID id) -> {
                entities.createQuery("update BmcEntity b set b.server = null, b.version = b.version + 1 "
                        + "where b.server = :id").setParameter("id", id).executeUpdate();
                delete("server", ServerEntity.class, id);
            }
        }
    }

    private <R extends Record> void save(String kind, String name, long version, R value, UUID id,
            Function<R, ? extends Kept<R>> create) throws Conflict {
        if (version == 0) {
            Kept<R> row = create.apply(value);
            entities.persist(row);
            saved.add(row);
            return;
        }
        @SuppressWarnings("unchecked") // the kind of the change tells the kind of the row
        var row = (Kept<R>) loaded.get(id);
        if (row == null) {
            throw new Conflict("The %s %s was deleted meanwhile. Load the list again.".formatted(kind, name));
        }
        if (row.version() != version) {
            throw new Conflict(("The %s %s was changed by somebody else meanwhile (version %d, yours is %d). "
                    + "Load it again and repeat your change.").formatted(kind, name, row.version(), version));
        }
        row.take(value);
        saved.add(row);
    }

    private void delete(String kind, Class<?> type, UUID id) throws Conflict {
        Object row = entities.find(type, id);
        if (row == null) {
            throw new Conflict("There is no %s with id %s; it was deleted already.".formatted(kind, id));
        }
        entities.remove(row);
    }

    private <E extends Kept<?>> void load(Class<E> type, List<Change> changes, Function<Change, UUID> id) {
        List<UUID> wanted = changes.stream().map(id).filter(java.util.Objects::nonNull).toList();
        for (int from = 0; from < wanted.size(); from += LOADED_AT_ONCE) {
            entities.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                    .setParameter("ids", wanted.subList(from, Math.min(wanted.size(), from + LOADED_AT_ONCE)))
                    .getResultList().forEach(row -> loaded.put(row.id(), row));
        }
    }

    /**
     * The database checks unique values row by row, so two servers that exchange their names would collide half-way.
     * Those get a name (or serial number) that nobody has until their own change is written.
     */
    private void freeExchangedNames(List<Change> changes) {
        Set<String> names = new HashSet<>();
        Set<String> serials = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.SaveServer(Server server)) {
                names.add(server.name());
                serials.add(server.serial());
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.SaveServer(Server server) && loaded.get(server.id()) instanceof ServerEntity row) {
                if (!row.name.equals(server.name()) && names.contains(row.name)) {
                    free("name", row.id);
                }
                if (!row.serial.equals(server.serial()) && serials.contains(row.serial)) {
                    free("serial", row.id);
                }
            }
        }
    }

    private void free(String column, UUID id) {
        entities.createNativeQuery("update server set %s = ? where id = ?".formatted(column))
                .setParameter(1, "\u0000" + id).setParameter(2, id).executeUpdate();
    }
}
