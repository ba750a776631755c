package org.dcos.tests.records.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;

/** Machines with cables and addresses that move from rack to rack, step by step. */
final class RelocationWork implements Work {

    private static final int RACKS = 4;
    private static final int MACHINES = 16;
    private static final int UNITS = 12;
    private static final String ROW = "moves";
    private static final String SERIAL = "MOVED-";

    @Override
    public void prepare(Core core) throws Problem {
        var idc = new Idc(UUID.randomUUID(), 0, "Moves");
        var room = new Room(UUID.randomUUID(), 0, idc.id(), "201");
        var items = new ArrayList<Item>(List.of(idc, room));
        var racks = new ArrayList<Rack>();
        for (int i = 0; i < RACKS; i++) {
            racks.add(new Rack(UUID.randomUUID(), 0, room.id(), ROW, "A0" + (i + 1), UNITS, OptionalInt.of(9000),
                    OptionalInt.empty(), false, OptionalInt.of(i + 1), Map.of(), Map.of()));
        }
        items.addAll(racks);
        var ports = new ArrayList<Port>();
        var later = new ArrayList<Item>();
        for (int i = 0; i < MACHINES; i++) {
            var machine = new Server(UUID.randomUUID(), 0, "m" + i, SERIAL + i, Optional.empty(), "Huawei", "2288H",
                    "ops",
                    Optional.of(new Mounting(racks.get(i % RACKS).id(), 1 + i / RACKS * 2, 1 + i % 2, Face.FRONT)),
                    LifecycleState.PLANNED);
            items.add(machine);
            for (int p = 0; p < 2; p++) {
                ports.add(new Port(UUID.randomUUID(), 0, machine.id(), "eth" + p, PortKind.NETWORK, "",
                        OptionalInt.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(),
                        OptionalInt.empty(), OptionalInt.empty(), "", Map.of(), Map.of()));
            }
            later.add(
                    new IpAddress(UUID.randomUUID(), 0, Optional.empty(), "192.168.1." + (i + 1), AddressState.ASSIGNED,
                            Optional.of(machine.id()), "", "", Optional.empty(), Optional.empty(), Map.of(), Map.of()));
        }
        items.addAll(ports);
        for (int i = 0; i + 3 < ports.size(); i += 4) { // some reach the next rack only
            later.add(new Cable(UUID.randomUUID(), 0, ports.get(i).id(), ports.get(i + 2).id(), CableState.CONNECTED,
                    "cat6", "", i % 8 == 0 ? Optional.of(2.0) : Optional.empty(), "", Map.of(), Map.of()));
        }
        items.addAll(later);
        core.records().commit("", "", Optional.empty(), change -> {
            change.takeStock();
            change.apply(items.stream().<org.dcos.domain.cmdb.Edit>map(org.dcos.domain.cmdb.Edit.Put::new).toList());
        });
    }

    private static List<Server> machines(Core core) {
        return new ArrayList<>(core.all(Server.class).stream().filter(server -> server.serial().startsWith(SERIAL))
                .sorted(Comparator.comparing(Server::name)).toList());
    }

    private static List<Rack> racks(Core core) {
        return core.all(Rack.class).stream().filter(rack -> rack.row().equals(ROW))
                .sorted(Comparator.comparing(Rack::name)).toList();
    }

    /** All that relocations change, but themselves, as an export has it. */
    private static String exported(Core core) {
        var items = new ArrayList<Item>(machines(core));
        items.addAll(racks(core));
        items.addAll(core.all(RackReservation.class));
        items.addAll(ports(core));
        items.addAll(cables(core));
        items.addAll(addresses(core));
        return Fingerprint.of(items.stream().map(item -> Items.version(item, 0)).toList()).toString();
    }

    private static List<Port> ports(Core core) {
        var machines = ids(machines(core));
        return core.all(Port.class).stream().filter(port -> machines.contains(port.device())).toList();
    }

    private static List<Cable> cables(Core core) {
        var ports = ids(ports(core));
        return core.all(Cable.class).stream().filter(cable -> ports.contains(cable.a())).toList();
    }

    private static List<IpAddress> addresses(Core core) {
        return core.all(IpAddress.class).stream().filter(address -> address.holder().isPresent()).toList();
    }

    private static Set<UUID> ids(List<? extends Item> items) {
        return items.stream().map(Item::id).collect(Collectors.toSet());
    }

    private static Optional<Relocation> open(Core core) {
        return core.all(Relocation.class).stream().filter(Relocation::open).findFirst();
    }

    @Override
    public void operate(Core core, String name, Random random, int nth) throws Problem {
        Optional<Relocation> open = open(core);
        if (open.isEmpty()) {
            begin(core, random);
        } else {
            step(core, open.get(), random, true);
        }
    }

    private static void begin(Core core, Random random) throws Problem {
        List<Server> machines = machines(core);
        List<Rack> racks = racks(core);
        while (true) {
            Collections.shuffle(machines, random);
            var order = new RelocationOrder("", "tidy up", machines.subList(0, 2 + random.nextInt(2)).stream()
                    .map(machine -> new RelocationTarget(machine.id(), racks.get(random.nextInt(RACKS)).id(),
                            1 + random.nextInt(UNITS), Face.FRONT))
                    .toList());
            if (core.relocations().plan(order).possible()) {
                Told.tell(Works.RELOCATION, Told.Word.BEFORE, exported(core));
                Told.tell(Works.RELOCATION, Told.Word.BEGIN, "begin");
                core.relocations().begin(order);
                Told.tell(Works.RELOCATION, Told.Word.DONE, "");
                return;
            }
        }
    }

    /** Does one of the steps that are left. A place that is still taken has to wait for another machine's step. */
    private static void step(Core core, Relocation relocation, Random random, boolean told) throws Problem {
        List<RelocationMove> left = relocation.moves().stream().filter(move -> move.next().isPresent()).toList();
        RelocationMove move = left.get(random.nextInt(left.size()));
        if (told) {
            Told.tell(Works.RELOCATION, Told.Word.BEGIN, "step");
        }
        try {
            core.relocations().done(relocation.id(), move.device(), move.next().orElseThrow(), "");
        } catch (Conflict _) {
            assertThat(move.next()).contains(RelocationAction.MOUNT);
        }
        if (told) {
            Told.tell(Works.RELOCATION, Told.Word.DONE, "");
        }
    }

    @Override
    public Target target(Random random) {
        int nth = random.nextInt(10);
        return nth == 0 ? new Target("begin", 0) : new Target("step", nth - 1);
    }

    @Override
    public HalfDone check(Core core, Life life, Random random) throws Problem {
        assertThat(core.all(Cable.class).stream().flatMap(cable -> List.of(cable.a(), cable.b()).stream()))
                .doesNotHaveDuplicates();
        assertPlaces(core);
        Optional<Relocation> half = open(core);
        if (half.isEmpty()) {
            assertNothingUnderWay(core);
            return HalfDone.NOTHING;
        }
        UUID id = half.get().id();
        assertThat(core.relocations().relocations(Optional.of(RelocationState.OPEN), new PageRequest(0, 10)).items())
                .extracting(Relocation::id).containsExactly(id);
        assertThat(core.relocations().outlook(id).possible()).as("the rest of the plan is possible").isTrue();
        boolean back = random.nextBoolean();
        if (back) {
            core.relocations().rollBack(id, "the process was killed");
            assertThat(exported(core)).isEqualTo(life.last(Works.RELOCATION, Told.Word.BEFORE).orElseThrow());
        } else {
            resume(core, half.get(), random);
        }
        assertPlaces(core);
        assertNothingUnderWay(core);
        return back ? HalfDone.ROLLED_BACK : HalfDone.RESUMED;
    }

    private static void resume(Core core, Relocation half, Random random) throws Problem {
        for (RelocationMove move : half.moves()) { // what was done is told again, since nobody knows what was heard
            if (!move.done().isEmpty()) {
                assertThat(core.relocations().done(half.id(), move.device(), move.done().getLast().action(), ""))
                        .isEqualTo(half);
            }
        }
        while (open(core).isPresent()) {
            step(core, open(core).orElseThrow(), random, false);
        }
        Relocation ended = core.relocations().relocation(half.id());
        assertThat(ended.state()).isEqualTo(RelocationState.DONE);
        for (RelocationMove move : ended.moves()) {
            assertThat(core.all(Server.class)).filteredOn(server -> server.id().equals(move.device())).singleElement()
                    .satisfies(server -> assertThat(server.mounting()).contains(move.to()));
        }
    }

    private static void assertNothingUnderWay(Core core) {
        assertThat(core.all(RackReservation.class)).as("units that are kept for nothing").isEmpty();
        assertThat(machines(core)).as("machines that stand nowhere").allMatch(s -> s.mounting().isPresent());
        assertThat(addresses(core)).hasSize(MACHINES);
        assertThat(ports(core)).hasSize(MACHINES * 2);
    }

    private static void assertPlaces(Core core) throws Problem {
        var places = machines(core).stream().flatMap(server -> server.mounting().stream()).toList();
        for (int i = 0; i < places.size(); i++) {
            assertThat(places.get(i).end()).isLessThanOrEqualTo(UNITS + 1.0);
            for (int j = i + 1; j < places.size(); j++) {
                assertThat(places.get(i).overlaps(places.get(j))).as("two machines in one place").isFalse();
            }
        }
    }
}
