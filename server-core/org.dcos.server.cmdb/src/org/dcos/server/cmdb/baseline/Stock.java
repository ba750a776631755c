package org.dcos.server.cmdb.baseline;

import java.util.List;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.cmdb.Places;
import org.dcos.server.cmdb.live.View;

/** What is recorded before a baseline is taken. */
record Stock(List<Idc> idcs, List<Room> rooms, List<Rack> racks, List<Server> servers) {

    static Stock of(View view) {
        return new Stock(view.all(Idc.class).toList(), view.all(Room.class).toList(), view.all(Rack.class).toList(),
                view.all(Server.class).filter(Server::live).toList());
    }

    Places places() {
        return Places.of(idcs, rooms, racks);
    }
}
