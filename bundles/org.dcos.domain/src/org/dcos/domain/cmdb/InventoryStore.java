package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

/** The recorded places and servers as the services of the server-core read them; all calls are quick. */
public interface InventoryStore {

    List<Idc> idcs();

    List<Room> rooms();

    List<Rack> racks();

    Page<Server> servers(ServerFilter filter, PageRequest page);

    /** All servers, without paging, for work that needs them all. */
    List<Server> allServers();

    Optional<Server> server(UUID id);

    /** The server that is not retired and has this serial number. */
    Optional<Server> serverBySerial(String serial);

    default Optional<Server> serverByName(String name) {
        return allServers().stream().filter(server -> server.name().equals(name)).findFirst();
    }
}
