package org.dcos.server.store.cmdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;

import jakarta.persistence.EntityManager;

/**
 * Applies changes to the rows within one transaction, some hundred of one kind at a time: these are loaded together,
 * SQL goes out before the next ones, so that references find what they refer to, and then the entity manager forgets
 * them, since it looks at everything it knows with every flush.
 */
final class ChangeSet {

    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final List<Record> saved = new ArrayList<>();
    private final Map<UUID, Kept<? extends Record>> loaded = new HashMap<>();
    private final List<Kept<? extends Record>> unflushed = new ArrayList<>();

    ChangeSet(EntityManager entities) {
        this.entities = entities;
    }

    void apply(List<Change> changes) throws Conflict {
        freeExchangedNames(changes);
        int from = 0;
        while (from < changes.size()) {
            int to = from + 1;
            while (to < changes.size() && to - from < AT_ONCE
                    && changes.get(to).getClass() == changes.get(from).getClass()) {
                to++;
            }
            applyAlike(changes.subList(from, to));
            from = to;
        }
    }

    /** The saved records with their new versions. */
    List<Record> saved() {
        return List.copyOf(saved);
    }

    private void applyAlike(List<Change> changes) throws Conflict {
        load(changes);
        for (Change change : changes) {
            apply(change);
        }
        entities.flush();
        unflushed.forEach(row -> saved.add(row.toRecord())); // only now with their new versions
        unflushed.clear();
        loaded.clear();
        entities.clear();
    }

    private void apply(Change change) throws Conflict {
        switch (change) {
            case Change.SaveIdc(Idc idc) -> save("IDC", idc.name(), idc.version(), idc, idc.id(), IdcEntity.of(idc));
            case Change.SaveRoom(Room room) ->
                    save("room", room.name(), room.version(), room, room.id(), RoomEntity.of(room));
            case Change.SaveRack(Rack rack) ->
                    save("rack", rack.name(), rack.version(), rack, rack.id(), RackEntity.of(rack));
            case Change.SaveServer(Server server) ->
                    save("server", server.name(), server.version(), server, server.id(), ServerEntity.of(server));
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

    private <R extends Record> void save(String kind, String name, long version, R value, UUID id, Kept<R> created)
            throws Conflict {
        if (version == 0) {
            entities.persist(created);
            unflushed.add(created);
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
        unflushed.add(row);
    }

    private void delete(String kind, Class<?> type, UUID id) throws Conflict {
        Object row = entities.find(type, id);
        if (row == null) {
            throw new Conflict("There is no %s with id %s; it was deleted already.".formatted(kind, id));
        }
        entities.remove(row);
    }

    private void load(List<Change> changes) {
        var idcs = new ArrayList<UUID>();
        var rooms = new ArrayList<UUID>();
        var racks = new ArrayList<UUID>();
        var servers = new ArrayList<UUID>();
        for (Change change : changes) {
            switch (change) {
                case Change.SaveIdc(Idc idc) when idc.version() > 0 -> idcs.add(idc.id());
                case Change.SaveRoom(Room room) when room.version() > 0 -> rooms.add(room.id());
                case Change.SaveRack(Rack rack) when rack.version() > 0 -> racks.add(rack.id());
                case Change.SaveServer(Server server) when server.version() > 0 -> servers.add(server.id());
                case Change.SaveIdc _ -> {}
                case Change.SaveRoom _ -> {}
                case Change.SaveRack _ -> {}
                case Change.SaveServer _ -> {}
                case Change.DeleteIdc _ -> {}
                case Change.DeleteRoom _ -> {}
                case Change.DeleteRack _ -> {}
                case Change.DeleteServer _ -> {}
            }
        }
        load(IdcEntity.class, idcs);
        load(RoomEntity.class, rooms);
        load(RackEntity.class, racks);
        load(ServerEntity.class, servers);
    }

    private <E extends Kept<?>> void load(Class<E> type, List<UUID> ids) {
        if (!ids.isEmpty()) {
            entities.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                    .setParameter("ids", ids).getResultList().forEach(row -> loaded.put(row.id(), row));
        }
    }

    /**
     * The database checks unique values row by row, so two servers that exchange their names would collide half-way.
     * Those get a name (or serial number) that nobody has until their own change is written.
     */
    private void freeExchangedNames(List<Change> changes) {
        Map<UUID, Server> wanted = new HashMap<>();
        Set<String> names = new HashSet<>();
        Set<String> serials = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.SaveServer(Server server)) {
                names.add(server.name());
                serials.add(server.serial());
                if (server.version() > 0) {
                    wanted.put(server.id(), server);
                }
            }
        }
        if (wanted.isEmpty() || names.size() < 2 && serials.size() < 2) {
            return;
        }
        var ids = List.copyOf(wanted.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var rows = entities.createQuery("select e.id, e.name, e.serial from ServerEntity e where e.id in :ids",
                    Object[].class).setParameter("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .getResultList();
            for (Object[] row : rows) {
                Server server = wanted.get(row[0]);
                if (!server.name().equals(row[1]) && names.contains(row[1])) {
                    free("name", server.id());
                }
                if (!server.serial().equals(row[2]) && serials.contains(row[2])) {
                    free("serial", server.id());
                }
            }
        }
    }

    private void free(String column, UUID id) {
        entities.createNativeQuery("update server set %s = ? where id = ?".formatted(column))
                .setParameter(1, "\u0000" + id).setParameter(2, id).executeUpdate();
    }
}
