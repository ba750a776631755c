package org.dcos.server.cmdb.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.cmdb.Bay;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;

/** A few racks of devices, drawn from a seed or put together by hand. */
final class SmallEstate {

    final List<Item> items = new ArrayList<>();
    final Idc idc = add(new Idc(UUID.randomUUID(), 0, "I"));
    final Room room = add(new Room(UUID.randomUUID(), 0, idc.id(), "R"));
    private int count;

    <T extends Item> T add(T item) {
        items.add(item);
        return item;
    }

    List<Edit> edits() {
        return items.stream().<Edit>map(Edit.Put::new).toList();
    }

    Rack rack() {
        return add(new Rack(UUID.randomUUID(), 0, room.id(), "", "rack" + count++, 42, OptionalInt.empty()));
    }

    PowerFeed feed(Rack rack) {
        return add(new PowerFeed(UUID.randomUUID(), 0, room.id(), Optional.of(rack.id()), "feed" + count++, "A", 230,
                32, 1, 80, Map.of(), Map.of()));
    }

    Pdu pdu(Rack rack) {
        String name = "pdu" + count++;
        return add(new Pdu(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "",
                Optional.of(new Mounting(rack.id(), 0, 0, Face.REAR)), LifecycleState.PLANNED, Optional.empty(),
                Optional.empty(), Map.of(), Map.of()));
    }

    Server server(Optional<Rack> rack, Optional<Bay> bay) {
        String name = "srv" + count++;
        return add(new Server(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "", rack.map(this::unit),
                LifecycleState.PLANNED, Optional.empty(), Optional.empty(), bay, Map.of(), Map.of()));
    }

    NetworkDevice network(Rack rack, NetworkRole role) {
        String name = role.name().toLowerCase() + count++;
        return add(new NetworkDevice(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "",
                Optional.of(unit(rack)), LifecycleState.PLANNED, role, Optional.empty(), Optional.empty(), Map.of(),
                Map.of()));
    }

    Chassis chassis(Rack rack) {
        String name = "ch" + count++;
        return add(new Chassis(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "",
                Optional.of(unit(rack)), LifecycleState.PLANNED, Optional.empty(), Optional.empty(), Map.of(),
                Map.of()));
    }

    private Mounting unit(Rack rack) {
        long there = items.stream().filter(item -> item instanceof Device device && device.mounting()
                .filter(m -> m.rack().equals(rack.id()) && m.heightUnits() > 0).isPresent()).count();
        return new Mounting(rack.id(), there + 1, 1, Face.FRONT);
    }

    Port port(Device device, PortKind kind, Optional<Port> through, boolean management, int position) {
        return add(new Port(UUID.randomUUID(), 0, device.id(), "p" + count++, kind, "", OptionalInt.empty(),
                Optional.empty(), Optional.empty(), management, through.map(Port::id),
                kind == PortKind.FRONT ? OptionalInt.of(position) : OptionalInt.empty(), OptionalInt.empty(), "",
                Map.of(), Map.of()));
    }

    Port port(Device device, PortKind kind) {
        return port(device, kind, Optional.empty(), false, 1);
    }

    Cable cable(UUID a, UUID b) {
        return cable(a, b, CableState.CONNECTED);
    }

    Cable cable(UUID a, UUID b, CableState state) {
        return add(new Cable(UUID.randomUUID(), 0, a, b, state, "", "", Optional.empty(), "c" + count++, Map.of(),
                Map.of()));
    }

    void requires(Item from, Item to, boolean required) {
        add(new Relation(UUID.randomUUID(), 0, from.id(), to.id(), "uses", required, "", Map.of(), Map.of()));
    }

    /** Feeds, PDUs, switches with and without a core, servers, blades, patch panels and dependencies. */
    static SmallEstate drawn(Random random) {
        var estate = new SmallEstate();
        var racks = new ArrayList<Rack>();
        var outlets = new ArrayList<Port>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            racks.add(estate.rack());
        }
        for (Rack rack : racks) {
            for (int i = random.nextInt(3); i > 0; i--) {
                estate.power(random, rack, outlets);
            }
        }
        var devices = new ArrayList<Device>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            devices.add(estate.network(any(random, racks), any(random, List.of(NetworkRole.values()))));
        }
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            devices.add(estate.server(Optional.of(any(random, racks)), Optional.empty()));
        }
        if (random.nextBoolean()) {
            Chassis chassis = estate.chassis(any(random, racks));
            devices.add(chassis);
            devices.add(estate.server(Optional.empty(), Optional.of(new Bay(chassis.id(), "1"))));
        }
        for (Device device : devices) {
            for (int i = random.nextInt(3); i > 0 && !outlets.isEmpty(); i--) {
                Port inlet = estate.port(device, PortKind.POWER_INLET);
                if (random.nextInt(4) > 0) {
                    estate.cable(outlets.removeLast().id(), inlet.id(), state(random));
                }
            }
        }
        for (int i = 3 + random.nextInt(12); i > 0; i--) {
            estate.link(random, any(random, devices), any(random, devices), any(random, racks));
        }
        if (random.nextInt(3) == 0) {
            Port exit = estate.port(any(random, devices), PortKind.NETWORK);
            estate.add(new Egress(UUID.randomUUID(), 0, estate.idc.id(), "out", "c", List.of(exit.id()), List.of(), 1,
                    Map.of(), Map.of()));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            Item from = any(random, devices);
            Item to = any(random, devices);
            if (!from.equals(to) && estate.items.stream().noneMatch(item -> item instanceof Relation r
                    && r.from().equals(from.id()) && r.to().equals(to.id()))) {
                estate.requires(from, to, random.nextBoolean());
            }
        }
        return estate;
    }

    private void power(Random random, Rack rack, List<Port> outlets) {
        Pdu pdu = pdu(rack);
        var inlets = new ArrayList<Port>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Port inlet = port(pdu, PortKind.POWER_INLET);
            inlets.add(inlet);
            if (random.nextInt(5) > 0) {
                cable(feed(rack).id(), inlet.id(), state(random));
            }
        }
        for (int i = 0; i < 4; i++) {
            outlets.add(port(pdu, PortKind.POWER_OUTLET,
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(random, inlets)), false, 1));
        }
        java.util.Collections.shuffle(outlets, random);
    }

    private void link(Random random, Device a, Device b, Rack rack) {
        if (a.id().equals(b.id())) {
            return;
        }
        boolean management = random.nextInt(6) == 0;
        Port from = port(a, PortKind.NETWORK, Optional.empty(), management, 1);
        Port to = port(b, PortKind.NETWORK);
        if (random.nextInt(3) > 0) {
            cable(from.id(), to.id(), state(random));
            return;
        }
        NetworkDevice near = network(rack, NetworkRole.OTHER);
        NetworkDevice far = network(rack, NetworkRole.OTHER);
        int position = 1 + random.nextInt(2);
        Port nearRear = port(near, PortKind.REAR);
        Port farRear = port(far, PortKind.REAR);
        Port nearFront = port(near, PortKind.FRONT, Optional.of(nearRear), false, position);
        port(near, PortKind.FRONT, Optional.of(nearRear), false, 3 - position);
        Port farFront = port(far, PortKind.FRONT, Optional.of(farRear), false, position);
        port(far, PortKind.FRONT, Optional.of(farRear), false, 3 - position);
        cable(from.id(), nearFront.id());
        cable(nearRear.id(), farRear.id(), state(random));
        cable(farFront.id(), to.id());
    }

    private static CableState state(Random random) {
        return random.nextInt(12) == 0 ? CableState.PLANNED : CableState.CONNECTED;
    }

    static <T> T any(Random random, List<? extends T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
