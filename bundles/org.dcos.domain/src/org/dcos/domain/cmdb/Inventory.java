package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * The CMDB as callers see it. A save with version 0 creates, with the loaded version changes; what was returned is on
 * disk. Lists are ordered by name.
 */
public interface Inventory {

    Page<Idc> idcs(PageRequest page) throws Problem;

    /** @param idc only this one's */
    Page<Room> rooms(Optional<UUID> idc, PageRequest page) throws Problem;

    /** @param room only this one's */
    Page<Rack> racks(Optional<UUID> room, PageRequest page) throws Problem;

    Page<Server> servers(ServerFilter filter, PageRequest page) throws Problem;

    Server server(UUID id) throws Problem;

    Idc save(Idc idc) throws Problem;

    Room save(Room room) throws Problem;

    Rack save(Rack rack) throws Problem;

    /** Checks serial and name for being unique, the units for being free, and the life-cycle step for being allowed. */
    Server save(Server server) throws Problem;

    /** Refused with Conflict while something stands in it. */
    void deleteIdc(UUID id) throws Problem;

    void deleteRoom(UUID id) throws Problem;

    void deleteRack(UUID id) throws Problem;

    /** Also forgets which BMC was its own; series and audit stay. */
    void deleteServer(UUID id) throws Problem;
}
