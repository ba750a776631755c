package org.dcos.server.cmdb.relocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;

/** Two rooms, four racks in a row of the first and one in the second, on a store in memory that outlives a crash. */
final class MovingEstate {

    final MemoryItemStore store = new MemoryItemStore();
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    LiveRecords records;
    RelocationBook book;
    final Idc idc = new Idc(UUID.randomUUID(), 0, "Shanghai A");
    final Room room = new Room(UUID.randomUUID(), 0, idc.id(), "201");
    final Room other = new Room(UUID.randomUUID(), 0, idc.id(), "202");
    final DeviceType type = new DeviceType(UUID.randomUUID(), 0, "Huawei", "CE6800", "ce6800", "", 1, false,
            OptionalInt.of(500), OptionalInt.of(10_000), "", false, false, List.of(), List.of(), "", Map.of(),
            Map.of());
    final List<Rack> racks = new ArrayList<>();

    MovingEstate() throws Problem {
        crash();
        var edits = new ArrayList<Edit>(List.of(new Edit.Put(idc), new Edit.Put(room), new Edit.Put(other),
                new Edit.Put(type)));
        for (int i = 0; i < 5; i++) {
            var rack = new Rack(UUID.randomUUID(), 0, i < 4 ? room.id() : other.id(), "A", "A0" + (i + 1), 12,
                    OptionalInt.of(3000), OptionalInt.of(100), false, OptionalInt.of(i + 1), Map.of(), Map.of());
            racks.add(rack);
            edits.add(new Edit.Put(rack));
        }
        records.commit("", "", edits);
    }

    /** The process is gone; another begins with what the store has. */
    void crash() {
        records = new LiveRecords(store, new MemoryBmcStore(), _ -> {}, new WriterTurn(), () -> now);
        book = new RelocationBook(records, store, () -> now);
    }

    <T extends Item> T put(T item) throws Problem {
        now = now.plusSeconds(1);
        var committed = records.commit("", "a reason", List.of(new Edit.Put(item)));
        @SuppressWarnings("unchecked") // the kind of an item never changes
        var kind = (Class<T>) item.getClass();
        return LiveRecords.saved(committed, kind, item.id());
    }

    NetworkDevice device(String name, int rack, double unit, double height) throws Problem {
        return put(new NetworkDevice(UUID.randomUUID(), 0, name, "SN-" + name, Optional.empty(), "Huawei", "CE6800",
                "net", Optional.of(new Mounting(racks.get(rack).id(), unit, height, Face.FRONT)), LifecycleState.ACTIVE,
                NetworkRole.ACCESS, Optional.of(type.id()), Optional.empty(), Map.of("row", "A"), Map.of()));
    }

    Port port(Device device, String name) throws Problem {
        return put(new Port(UUID.randomUUID(), 0, device.id(), name, PortKind.NETWORK, "", OptionalInt.empty(),
                Optional.empty(), Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                "", Map.of(), Map.of()));
    }

    Cable cable(Port a, Port b, Optional<Double> metres) throws Problem {
        return put(new Cable(UUID.randomUUID(), 0, a.id(), b.id(), CableState.CONNECTED, "cat6", "", metres, "",
                Map.of(), Map.of()));
    }

    Prefix prefix(String cidr, Room in) throws Problem {
        return put(new Prefix(UUID.randomUUID(), 0, Optional.empty(), cidr, PrefixState.ACTIVE, "", Optional.empty(),
                Optional.of(in.id()), Optional.empty(), Optional.empty(), "", Map.of(), Map.of()));
    }

    IpAddress address(String address, Item holder) throws Problem {
        return put(new IpAddress(UUID.randomUUID(), 0, Optional.empty(), address, AddressState.ASSIGNED,
                Optional.of(holder.id()), "", "", Optional.empty(), Optional.empty(), Map.of(), Map.of()));
    }

    RelocationTarget to(Device device, int rack, double unit) {
        return new RelocationTarget(device.id(), racks.get(rack).id(), unit, Face.FRONT);
    }

    static RelocationOrder order(RelocationTarget... targets) {
        return new RelocationOrder("tidy up", "row A is hot", List.of(targets));
    }

    <T extends Item> T recorded(Class<T> kind, UUID id) {
        return records.read(view -> view.item(kind, id)).orElseThrow();
    }

    boolean there(Item item) {
        return records.read(view -> view.item(item.id()).isPresent());
    }

    <T extends Item> List<T> all(Class<T> kind) {
        return records.read(view -> view.all(kind).toList());
    }

    /** Does every step of a machine up to and with this one. */
    Relocation upTo(Relocation relocation, Device device, RelocationAction last) throws Problem {
        Relocation at = relocation;
        for (RelocationAction action : RelocationAction.values()) {
            if (action.compareTo(last) <= 0) {
                now = now.plusSeconds(60);
                at = book.done(relocation.id(), device.id(), action, "");
            }
        }
        return at;
    }

    /** Everything but relocations, as an export has it. */
    String export() {
        return store.items().stream().filter(item -> !(item instanceof Relocation)).map(item -> Items.version(item, 0))
                .sorted(Comparator.comparing(Item::id)).map(Item::toString).reduce("", (a, b) -> a + b + "\n");
    }

    static RelocationMove move(Relocation relocation, Device device) {
        return relocation.move(device.id()).orElseThrow();
    }
}
