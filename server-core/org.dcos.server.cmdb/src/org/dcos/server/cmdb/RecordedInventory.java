package org.dcos.server.cmdb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places and servers, for those who need no other kind. */
@Component
public final class RecordedInventory implements Inventory {

    private final LiveRecords records;

    @Activate
    public RecordedInventory(@Reference LiveRecords records) {
        this.records = records;
    }

    @Override
    public Page<Idc> idcs(PageRequest page) {
        return records.read(view -> page(view.all(Idc.class).sorted(Comparator.comparing(Idc::name)), page));
    }

    @Override
    public Page<Room> rooms(Optional<UUID> idc, PageRequest page) {
        return records.read(view -> page(idc.map(id -> view.referring(Room.class, id))
                .orElseGet(() -> view.all(Room.class)).sorted(Comparator.comparing(Room::name)), page));
    }

    @Override
    public Page<Rack> racks(Optional<UUID> room, PageRequest page) {
        return records.read(view -> page(room.map(id -> view.referring(Rack.class, id))
                .orElseGet(() -> view.all(Rack.class)).sorted(Comparator.comparing(Rack::name)), page));
    }

    static <T> Page<T> page(Stream<T> all, PageRequest page) {
        List<T> items = all.toList();
        int from = Math.min(page.offset(), items.size());
        int to = (int) Math.min((long) from + page.limit(), items.size());
        return new Page<>(items.subList(from, to), page.offset(), items.size());
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) {
        return records.read(view -> page(Servers.wanted(view, filter), page));
    }

    @Override
    public Server server(UUID id) throws NotFound {
        return records.read(view -> view.item(Server.class, id)).orElseThrow(() -> NotFound.of("server", id));
    }

    @Override
    public Idc save(Idc idc) throws Problem {
        return saved(idc, Idc.class);
    }

    @Override
    public Room save(Room room) throws Problem {
        return saved(room, Room.class);
    }

    @Override
    public Rack save(Rack rack) throws Problem {
        return saved(rack, Rack.class);
    }

    @Override
    public Server save(Server server) throws Problem {
        return saved(server, Server.class);
    }

    private <T extends Item> T saved(T item, Class<T> type) throws Problem {
        return LiveRecords.saved(records.commit("", "", List.of(new Edit.Put(item))), type, item.id());
    }

    @Override
    public void deleteIdc(UUID id) throws Problem {
        delete(Kind.IDC, id);
    }

    @Override
    public void deleteRoom(UUID id) throws Problem {
        delete(Kind.ROOM, id);
    }

    @Override
    public void deleteRack(UUID id) throws Problem {
        delete(Kind.RACK, id);
    }

    @Override
    public void deleteServer(UUID id) throws Problem {
        delete(Kind.SERVER, id);
    }

    private void delete(Kind kind, UUID id) throws Problem {
        records.commit("", "", List.of(new Edit.Delete(kind, id, 0)));
    }
}
