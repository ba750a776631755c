package org.dcos.server.oob;

import java.util.stream.Stream;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;

/** Where a server stands, in words. */
public record Places(InventoryStore records) {

    /** {@code Shanghai A / Room 201 / A03 U28}; empty when it is not racked. */
    public String of(Server server) {
        return server.mounting().map(mounting -> {
            var rack = records.racks().stream().filter(found -> found.id().equals(mounting.rack())).findFirst();
            var room = rack.flatMap(
                    found -> records.rooms().stream().filter(other -> other.id().equals(found.room())).findFirst());
            var idc = room.flatMap(
                    found -> records.idcs().stream().filter(other -> other.id().equals(found.idc())).findFirst());
            return String.join(" / ", Stream.of(idc.map(Idc::name).orElse(""), room.map(Room::name).orElse(""),
                    rack.map(found -> found.name() + " ").orElse("") + "U" + mounting.lowest())
                    .filter(part -> !part.isEmpty()).toList());
        }).orElse("");
    }
}
