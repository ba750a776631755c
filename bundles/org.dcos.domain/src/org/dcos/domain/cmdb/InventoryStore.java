package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.problem.Conflict;

/** Where the records are kept. Knows no rules beyond uniqueness and references; the rules are the CMDB's. */
public interface InventoryStore {

    /** One change of one record. */
    sealed interface Change {
        record SaveIdc(Idc idc) implements Change {}

        record SaveRoom(Room room) implements Change {}

        record SaveRack(Rack rack) implements Change {}

        record SaveServer(Server server) implements Change {}

        record DeleteIdc(UUID id) implements Change {}

        record DeleteRoom(UUID id) implements Change {}

        record DeleteRack(UUID id) implements Change {}

        record DeleteServer(UUID id) implements Change {}
    }

    /**
     * Applies all changes in order in one transaction, together with the audit entries; on disk when this returns.
     * A saved record comes back with its new version, in the order of the changes that save.
     *
     * @throws Conflict when a version is old, a unique value is taken, or something still refers to what is deleted;
     *         nothing is changed then
     */
    List<Record> apply(List<Change> changes, List<AuditEntry> audit) throws Conflict;

    List<Idc> idcs();

    List<Room> rooms();

    List<Rack> racks();

    Page<Server> servers(ServerFilter filter, PageRequest page);

    /** All servers, without paging, for work that needs them all. */
    List<Server> allServers();

    Optional<Server> server(UUID id);

    Optional<Server> serverBySerial(String serial);

    default Optional<Server> serverByName(String name) {
        return allServers().stream().filter(server -> server.name().equals(name)).findFirst();
    }
}
