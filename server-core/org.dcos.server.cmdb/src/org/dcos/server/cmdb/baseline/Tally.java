package org.dcos.server.cmdb.baseline;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.baseline.BaselineReport.Counts;
import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;

/** Counts what a baseline creates, changes and leaves; each record once. */
final class Tally {

    private final Map<UUID, Effect> idcs = new HashMap<>();
    private final Map<UUID, Effect> rooms = new HashMap<>();
    private final Map<UUID, Effect> racks = new HashMap<>();
    private final Map<UUID, Effect> servers = new HashMap<>();

    void idc(Idc idc) {
        idcs.put(idc.id(), idc.version() == 0 ? Effect.CREATED : Effect.UNCHANGED);
    }

    void room(Room room) {
        rooms.put(room.id(), room.version() == 0 ? Effect.CREATED : Effect.UNCHANGED);
    }

    /** @param old null when it is new */
    void rack(Rack old, Rack now) {
        racks.put(now.id(), old == null ? Effect.CREATED : old.equals(now) ? Effect.UNCHANGED : Effect.CHANGED);
    }

    void server(UUID server, Effect effect) {
        servers.put(server, effect);
    }

    Counts counts(Effect effect) {
        return new Counts(count(idcs, effect), count(rooms, effect), count(racks, effect), count(servers, effect));
    }

    private static int count(Map<UUID, Effect> effects, Effect wanted) {
        return (int) effects.values().stream().filter(effect -> effect == wanted).count();
    }
}
