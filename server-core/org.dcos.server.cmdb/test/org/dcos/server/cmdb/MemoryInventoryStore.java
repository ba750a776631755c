package org.dcos.server.cmdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Conflict;

/** Keeps the inventory in memory: versions, unique values and all-or-nothing as the contract has them. */
public final class MemoryInventoryStore implements InventoryStore {

    private Map<UUID, Idc> idcs = new LinkedHashMap<>();
    private Map<UUID, Room> rooms = new LinkedHashMap<>();
    private Map<UUID, Rack> racks = new LinkedHashMap<>();
    private Map<UUID, Server> servers = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private int transactions;

    @Override
    public synchronized List<Record> apply(List<Change> changes, List<AuditEntry> entries) throws Conflict {
        var before = List.of(new LinkedHashMap<>(idcs), new LinkedHashMap<>(rooms), new LinkedHashMap<>(racks),
                new LinkedHashMap<>(servers));
        boolean done = false;
        try {
            var saved = new ArrayList<Record>();
            for (Change change : changes) {
                apply(change, saved);
            }
            checkUnique();
            audit.addAll(entries);
            transactions++;
            done = true;
            return saved;
        } finally {
            if (!done) {
                idcs = cast(before.get(0));
                rooms = cast(before.get(1));
                racks = cast(before.get(2));
                servers = cast(before.get(3));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<UUID, T> cast(Map<UUID, ? extends Record> map) {
        return (Map<UUID, T>) map;
    }

    private void apply(Change change, List<Record> saved) throws Conflict {
        switch (change) {
            case Change.SaveIdc(Idc i) ->
                    saved.add(put(idcs, i.id(), i.version(), new Idc(i.id(), i.version() + 1, i.name()),
                            idcs.get(i.id()) == null ? 0 : idcs.get(i.id()).version()));
            case Change.SaveRoom(Room r) -> saved.add(put(rooms, r.id(), r.version(),
                    new Room(r.id(), r.version() + 1, r.idc(), r.name()),
                    rooms.get(r.id()) == null ? 0 : rooms.get(r.id()).version()));
            case Change.SaveRack(Rack r) -> saved.add(put(racks, r.id(), r.version(), new Rack(r.id(), r.version() + 1,
                    r.room(), r.row(), r.name(), r.heightUnits(), r.powerBudgetWatts()),
                    racks.get(r.id()) == null ? 0 : racks.get(r.id()).version()));
            case Change.SaveServer(Server s) -> saved.add(put(servers, s.id(), s.version(),
                    new Server(s.id(), s.version() + 1, s.name(), s.serial(), s.assetTag(), s.manufacturer(), s.model(),
                            s.owner(), s.mounting(), s.state()),
                    servers.get(s.id()) == null ? 0 : servers.get(s.id()).version()));
            case Change.DeleteIdc(UUID id) -> idcs.remove(id);
            case Change.DeleteRoom(UUID id) -> rooms.remove(id);
            case Change.DeleteRack(UUID id) -> racks.remove(id);
            case Change.DeleteServer(UUID id) -> servers.remove(id);
        }
    }

    private static <T> T put(Map<UUID, T> map, UUID id, long version, T next, long recorded) throws Conflict {
        if (version != recorded) {
            throw new Conflict("version %d, yours is %d".formatted(recorded, version));
        }
        map.put(id, next);
        return next;
    }

    private void checkUnique() throws Conflict {
        if (servers.values().stream().map(Server::serial).distinct().count() != servers.size()
                || servers.values().stream().map(Server::name).distinct().count() != servers.size()) {
            throw new Conflict("a name or serial number is taken");
        }
    }

    @Override
    public synchronized List<Idc> idcs() {
        return idcs.values().stream().sorted(Comparator.comparing(Idc::name)).toList();
    }

    @Override
    public synchronized List<Room> rooms() {
        return rooms.values().stream().sorted(Comparator.comparing(Room::name)).toList();
    }

    @Override
    public synchronized List<Rack> racks() {
        return racks.values().stream().sorted(Comparator.comparing(Rack::name)).toList();
    }

    @Override
    public synchronized List<Server> allServers() {
        return servers.values().stream().sorted(Comparator.comparing(Server::name)).toList();
    }

    @Override
    public synchronized Page<Server> servers(ServerFilter filter, PageRequest page) {
        String text = filter.text().orElse("").toLowerCase(Locale.ROOT);
        var found = servers.values().stream()
                .filter(s -> filter.rack().isEmpty()
                        || s.mounting().filter(m -> m.rack().equals(filter.rack().get())).isPresent())
                .filter(s -> (s.name() + ' ' + s.serial() + ' ' + s.model()).toLowerCase(Locale.ROOT).contains(text))
                .sorted(Comparator.comparing(Server::name)).toList();
        return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), found.size());
    }

    @Override
    public synchronized Optional<Server> server(UUID id) {
        return Optional.ofNullable(servers.get(id));
    }

    @Override
    public synchronized Optional<Server> serverBySerial(String serial) {
        return servers.values().stream().filter(s -> s.serial().equals(serial)).findFirst();
    }

    /** What was written beside the changes, oldest first. */
    public synchronized List<AuditEntry> audit() {
        return List.copyOf(audit);
    }

    public synchronized int transactions() {
        return transactions;
    }
}
