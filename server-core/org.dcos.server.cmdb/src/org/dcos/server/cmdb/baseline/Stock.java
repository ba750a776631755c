package org.dcos.server.cmdb.baseline;

import java.util.List;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.cmdb.Places;

/** What is recorded before a baseline is taken. */
record Stock(List<Idc> idcs, List<Room> rooms, List<Rack> racks, List<Server> servers) {

    static Stock of(InventoryStore store) {
        return new Stock(store.idcs(), store.rooms(), store.racks(), store.allServers());
    }

    Places places() {
        return Places.of(idcs, rooms, racks);
    }
}
