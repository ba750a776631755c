package org.dcos.server.cmdb.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.WriterTurn;

/** Records for tests: a data centre with one room and some racks, on a store in memory. */
final class Estates {

    final MemoryItemStore store = new MemoryItemStore();
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    final LiveRecords records = new LiveRecords(store, new MemoryBmcStore(), _ -> {}, new WriterTurn(), () -> now);
    final RecordBook book = new RecordBook(records, store);
    final Idc idc = new Idc(UUID.randomUUID(), 0, "Shanghai A");
    final Room room = new Room(UUID.randomUUID(), 0, idc.id(), "201");
    final List<Rack> racks = new ArrayList<>();

    Estates(int rackCount) throws Problem {
        var edits = new ArrayList<Edit>(List.of(new Edit.Put(idc), new Edit.Put(room)));
        for (int i = 0; i < rackCount; i++) {
            var rack = new Rack(UUID.randomUUID(), 0, room.id(), "A", "A%02d".formatted(i + 1), 42,
                    OptionalInt.of(8000));
            racks.add(rack);
            edits.add(new Edit.Put(rack));
        }
        commit(edits.toArray(Edit[]::new));
    }

    LiveRecords.Committed commit(Edit... edits) throws Problem {
        now = now.plusSeconds(1);
        return records.commit("", "a reason", List.of(edits));
    }

    <T extends Item> T put(T item) throws Problem {
        var committed = commit(new Edit.Put(item));
        @SuppressWarnings("unchecked") // the kind of an item never changes
        var type = (Class<T>) item.getClass();
        return LiveRecords.saved(committed, type, item.id());
    }

    Server server(String name, Optional<Mounting> mounting) {
        return new Server(UUID.randomUUID(), 0, name, "SN-" + name, Optional.empty(), "Huawei", "2288H", "ops",
                mounting,
                LifecycleState.PLANNED);
    }

    Mounting at(int rack, double unit, double height) {
        return new Mounting(racks.get(rack).id(), unit, height, Face.FRONT);
    }

    NetworkDevice netDevice(String name) {
        return new NetworkDevice(UUID.randomUUID(), 0, name, "SN-" + name, Optional.empty(), "Huawei", "CE6800", "",
                Optional.empty(), LifecycleState.ACTIVE, NetworkRole.ACCESS, Optional.empty(), Optional.empty(),
                Map.of(), Map.of());
    }

    static Port port(UUID device, String name, PortKind kind) {
        return new Port(UUID.randomUUID(), 0, device, name, kind, "", OptionalInt.empty(), Optional.empty(),
                Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), "", Map.of(),
                Map.of());
    }

    static Cable cable(Port a, Port b) {
        return new Cable(UUID.randomUUID(), 0, a.id(), b.id(), CableState.CONNECTED, "cat6", "", Optional.empty(), "",
                Map.of(), Map.of());
    }
}
