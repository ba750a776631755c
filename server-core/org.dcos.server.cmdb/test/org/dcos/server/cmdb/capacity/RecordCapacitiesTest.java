package org.dcos.server.cmdb.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.DeviceType;
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
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.Test;

class RecordCapacitiesTest {

    private final LiveRecords records = new LiveRecords(new MemoryItemStore(), new MemoryBmcStore(), _ -> {},
            new WriterTurn(), () -> Instant.EPOCH);
    private final RecordCapacities capacities = new RecordCapacities(records);
    private final Idc idc = new Idc(UUID.randomUUID(), 0, "I");
    private final Room room = new Room(UUID.randomUUID(), 0, idc.id(), "R");
    private final Rack rack = new Rack(UUID.randomUUID(), 0, room.id(), "A", "A02", 42, OptionalInt.empty());
    private final DeviceType type = new DeviceType(UUID.randomUUID(), 0, "M", "X1", "m-x1", "", 2, true,
            OptionalInt.of(750), OptionalInt.of(21_500), "", false, false, List.of(), List.of(), "", Map.of(),
            Map.of());

    private void record(Item... more) throws Problem {
        var items = new ArrayList<Item>(List.of(idc, room, rack, type));
        items.addAll(Arrays.asList(more));
        records.commit("", "", items.stream().<Edit>map(Edit.Put::new).toList());
    }

    private Server server(String name, double unit, double units, Face face, boolean typed) {
        return new Server(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "",
                Optional.of(new Mounting(rack.id(), unit, units, face)), LifecycleState.PLANNED,
                typed ? Optional.of(type.id()) : Optional.empty(), Optional.empty(), Optional.empty(), Map.of(),
                Map.of());
    }

    private NetworkDevice leaf(double unit) {
        return new NetworkDevice(UUID.randomUUID(), 0, "leaf-1", "L1", Optional.empty(), "", "", "",
                Optional.of(new Mounting(rack.id(), unit, 1, Face.REAR)), LifecycleState.PLANNED, NetworkRole.ACCESS,
                Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    private static Port port(Item device, String name) {
        return new Port(UUID.randomUUID(), 0, device.id(), name, PortKind.NETWORK, "", OptionalInt.empty(),
                Optional.empty(), Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                "", Map.of(), Map.of());
    }

    private PowerFeed feed(String side, int amperes) {
        return new PowerFeed(UUID.randomUUID(), 0, room.id(), Optional.of(rack.id()), "feed " + side, side, 230,
                amperes, 1, 80, Map.of(), Map.of());
    }

    private RackCapacity told() throws Problem {
        return capacities.racks(Optional.of(room.id()), PageRequest.ALL).items().getFirst();
    }

    @Test
    void aUnitThatIsTakenOnBothFacesCountsOnceAndHalfUnitsCountHalf() throws Problem {
        record(server("a", 10, 2, Face.FRONT, true), leaf(11), server("b", 20.5, 0.5, Face.FRONT, false));

        assertThat(told().usedUnits()).isEqualTo(2.5);
        assertThat(told().freeUnits()).isEqualTo(39.5);
    }

    @Test
    void reservedUnitsCountAsFarAsNothingStandsThere() throws Problem {
        var owner = server("a", 1, 1, Face.FRONT, true);
        record(owner);
        records.commit("", "", List.of(new Edit.Put(new RackReservation(UUID.randomUUID(), 0, rack.id(), 30, 4, "blue",
                "", Optional.empty(), Map.of(), Map.of()))));

        assertThat(told().keptUnits()).isEqualTo(4);
        assertThat(told().freeUnits()).isEqualTo(37);
    }

    @Test
    void powerAndWeightAreThoseOfTheTypesAndTellOfHowManyNothingIsKnown() throws Problem {
        record(server("a", 1, 2, Face.FRONT, true), server("b", 3, 2, Face.FRONT, true),
                server("c", 5, 2, Face.FRONT, false));

        assertThat(told()).extracting(RackCapacity::watts, RackCapacity::unknownWatts, RackCapacity::grams,
                RackCapacity::unknownGrams).containsExactly(1500, 1, 43_000, 1);
    }

    @Test
    void withoutARecordedBudgetTheWeakestSideOfTheFeedsIsOne() throws Problem {
        record(feed("A", 32), feed("B", 16));

        assertThat(told().budgetWatts()).hasValue(230 * 16 * 80 / 100);
    }

    @Test
    void portsAreThoseOfNetworkDevicesAndUsedWhenACableIsIn() throws Problem {
        var web = server("a", 1, 2, Face.FRONT, true);
        var leaf = leaf(42);
        var nic = port(web, "eth0");
        var first = port(leaf, "1");
        record(web, leaf, nic, first, port(leaf, "2"), new Cable(UUID.randomUUID(), 0, nic.id(), first.id(),
                CableState.CONNECTED, "", "", Optional.empty(), "", Map.of(), Map.of()));

        assertThat(told().ports()).isEqualTo(new Use(2, 1));
        assertThat(told().outlets()).isEqualTo(Use.NONE);
    }

    @Test
    void racksComeByNameAndInPages() throws Problem {
        record(new Rack(UUID.randomUUID(), 0, room.id(), "A", "A10", 42, OptionalInt.empty()));

        var second = capacities.racks(Optional.empty(), new PageRequest(1, 1));

        assertThat(second.total()).isEqualTo(2);
        assertThat(second.items()).extracting(RackCapacity::rack).doesNotContain(rack.id()).hasSize(1);
    }

    @Test
    void aRoomThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> capacities.racks(Optional.of(UUID.randomUUID()), PageRequest.ALL))
                .isInstanceOf(NotFound.class);
    }
}
