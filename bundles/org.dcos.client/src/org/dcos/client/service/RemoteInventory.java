package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.CmdbEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;

/** The CMDB over the wire. */
final class RemoteInventory implements Inventory {

    private final Calls calls;

    RemoteInventory(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Idc> idcs(PageRequest page) throws Problem {
        return calls.call(CmdbEndpoints.LIST_IDCS, new CmdbEndpoints.ListIdcs(Optional.empty(), page));
    }

    @Override
    public Page<Room> rooms(Optional<UUID> idc, PageRequest page) throws Problem {
        return calls.call(CmdbEndpoints.LIST_ROOMS, new CmdbEndpoints.ListRooms(idc, Optional.empty(), page));
    }

    @Override
    public Page<Rack> racks(Optional<UUID> room, PageRequest page) throws Problem {
        return calls.call(CmdbEndpoints.LIST_RACKS, new CmdbEndpoints.ListRacks(room, Optional.empty(), page));
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) throws Problem {
        return calls.call(CmdbEndpoints.LIST_SERVERS, new CmdbEndpoints.ListServers(filter, page));
    }

    @Override
    public Server server(UUID id) throws Problem {
        return calls.call(CmdbEndpoints.GET_SERVER, new ById(id));
    }

    @Override
    public Idc save(Idc idc) throws Problem {
        return calls.call(CmdbEndpoints.SAVE_IDC, new CmdbEndpoints.SaveIdc(idc.id(), idc));
    }

    @Override
    public Room save(Room room) throws Problem {
        return calls.call(CmdbEndpoints.SAVE_ROOM, new CmdbEndpoints.SaveRoom(room.id(), room));
    }

    @Override
    public Rack save(Rack rack) throws Problem {
        return calls.call(CmdbEndpoints.SAVE_RACK, new CmdbEndpoints.SaveRack(rack.id(), rack));
    }

    @Override
    public Server save(Server server) throws Problem {
        return calls.call(CmdbEndpoints.SAVE_SERVER, new CmdbEndpoints.SaveServer(server.id(), server));
    }

    @Override
    public void deleteIdc(UUID id) throws Problem {
        calls.call(CmdbEndpoints.DELETE_IDC, new ById(id));
    }

    @Override
    public void deleteRoom(UUID id) throws Problem {
        calls.call(CmdbEndpoints.DELETE_ROOM, new ById(id));
    }

    @Override
    public void deleteRack(UUID id) throws Problem {
        calls.call(CmdbEndpoints.DELETE_RACK, new ById(id));
    }

    @Override
    public void deleteServer(UUID id) throws Problem {
        calls.call(CmdbEndpoints.DELETE_SERVER, new ById(id));
    }
}
