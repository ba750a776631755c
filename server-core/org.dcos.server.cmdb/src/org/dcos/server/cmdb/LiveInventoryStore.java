package org.dcos.server.cmdb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.Unique;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The recorded places and servers, for the other services of the server-core. */
@Component
public final class LiveInventoryStore implements InventoryStore {

    private final LiveRecords records;

    @Activate
    public LiveInventoryStore(@Reference LiveRecords records) {
        this.records = records;
    }

    @Override
    public List<Idc> idcs() {
        return records.idcs().stream().sorted(Comparator.comparing(Idc::name)).toList();
    }

    @Override
    public List<Room> rooms() {
        return records.rooms().stream().sorted(Comparator.comparing(Room::name)).toList();
    }

    @Override
    public List<Rack> racks() {
        return records.racks().stream().sorted(Comparator.comparing(Rack::name)).toList();
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) {
        return records.read(view -> RecordedInventory.page(Servers.wanted(view, filter), page));
    }

    @Override
    public List<Server> allServers() {
        return records.read(view -> view.all(Server.class).sorted(Comparator.comparing(Server::name)).toList());
    }

    @Override
    public Optional<Server> server(UUID id) {
        return records.read(view -> view.item(Server.class, id));
    }

    @Override
    public Optional<Server> serverBySerial(String serial) {
        return holder(Unique.serial(serial));
    }

    @Override
    public Optional<Server> serverByName(String name) {
        return holder(Unique.deviceName(name));
    }

    private Optional<Server> holder(Unique unique) {
        return records.read(view -> view.holders(unique).filter(Server.class::isInstance).map(Server.class::cast)
                .findFirst());
    }
}
