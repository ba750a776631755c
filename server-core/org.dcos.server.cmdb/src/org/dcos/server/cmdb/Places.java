package org.dcos.server.cmdb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.server.cmdb.live.Words;

/** The places as they are now, and how they are said: {@code Shanghai A / Room 201 / A03 U28}. */
public record Places(Map<UUID, Idc> idcs, Map<UUID, Room> rooms, Map<UUID, Rack> racks) {

    public static Places of(List<Idc> idcs, List<Room> rooms, List<Rack> racks) {
        return new Places(byId(idcs, Idc::id), byId(rooms, Room::id), byId(racks, Rack::id));
    }

    private static <T> Map<UUID, T> byId(List<T> items, Function<T, UUID> id) {
        return items.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    public String room(UUID room) {
        Room found = rooms.get(room);
        return found == null ? "?" : idc(found.idc()) + " / " + found.name();
    }

    public String rack(UUID rack) {
        Rack found = racks.get(rack);
        return found == null ? "?" : room(found.room()) + " / " + found.name();
    }

    public String mounting(Optional<Mounting> mounting) {
        return mounting.map(m -> rack(m.rack()) + " " + units(m)).orElse("not racked");
    }

    private String idc(UUID idc) {
        Idc found = idcs.get(idc);
        return found == null ? "?" : found.name();
    }

    /** {@code U28}, {@code U28-U29}, {@code U28-U29 rear}. */
    public static String units(Mounting mounting) {
        return Words.units(mounting);
    }
}
