package org.dcos.server.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedInventoryTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MemoryItemStore store = new MemoryItemStore();
    private final MemoryBmcStore bmcs = new MemoryBmcStore();
    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final RecordedInventory inventory = new RecordedInventory(new LiveRecords(store, bmcs, events::add,
            new WriterTurn(), () -> NOW));
    private Idc idc;
    private Room room;
    private Rack rack;

    @BeforeEach
    void places() throws Problem {
        idc = inventory.save(new Idc(UUID.randomUUID(), 0, " Shanghai  A\u3000"));
        room = inventory.save(new Room(UUID.randomUUID(), 0, idc.id(), "Room 201"));
        rack = inventory.save(new Rack(UUID.randomUUID(), 0, room.id(), "A", "A03", 42, OptionalInt.of(8000)));
        events.clear();
    }

    @Test
    void cleans_texts() throws Problem {
        assertThat(idc.name()).isEqualTo("Shanghai A");

        Server saved = inventory
                .save(new Server(UUID.randomUUID(), 0, "\u00A0srv-1\t", "\uFEFF0021 ", Optional.of("  "), " H ",
                        " m  5", " li ", Optional.empty(), LifecycleState.PLANNED));

        assertThat(saved).isEqualTo(new Server(saved.id(), 1, "srv-1", "0021", Optional.empty(), "H", "m 5", "li",
                Optional.empty(), LifecycleState.PLANNED));
    }

    @Test
    void tells_every_broken_rule_at_once() throws Problem {
        inventory.save(server("srv-1", "S1", 10, 2, Face.FRONT));
        var broken = new Server(UUID.randomUUID(), 0, "srv-1", "S1", Optional.empty(), "", "x".repeat(151), "",
                Optional.of(new Mounting(rack.id(), 11, 1, Face.FRONT)), LifecycleState.ACTIVE);

        assertThat(violations(broken)).extracting(Violation::field).containsExactlyInAnyOrder("name", "serial", "model",
                "state", "mounting.lowestUnit");
        assertThat(violations(broken)).extracting(Violation::message).anySatisfy(
                message -> assertThat(message).isEqualTo("U11 of rack A03 is taken by srv-1 (U10-U11)."));
    }

    @Test
    void front_and_rear_are_apart_and_a_server_may_move_within_its_own_units() throws Problem {
        Server front = inventory.save(server("srv-1", "S1", 10, 2, Face.FRONT));
        inventory.save(server("srv-2", "S2", 10, 2, Face.REAR));

        Server moved = inventory.save(front.mounted(Optional.of(new Mounting(rack.id(), 11, 2, Face.FRONT))));

        assertThat(moved.mounting().orElseThrow().lowestUnit()).isEqualTo(11);
        assertThat(store.audit().getLast().what())
                .isEqualTo(
                        "srv-1: place 'Shanghai A / Room 201 / A03 U10-U11' -> 'Shanghai A / Room 201 / A03 U11-U12'");
    }

    @Test
    void units_outside_of_the_rack_are_refused() {
        assertThat(violations(server("s", "1", 42, 2, Face.FRONT)).getFirst().message())
                .contains("U1 to U42").contains("at most 41");
        assertThat(violations(server("s", "1", 0, 1, Face.FRONT)).getFirst().field()).isEqualTo("mounting.lowestUnit");
        assertThat(violations(server("s", "1", 1, 43, Face.FRONT)).getFirst().field())
                .isEqualTo("mounting.heightUnits");
        var nowhere = server("s", "1", 1, 1, Face.FRONT)
                .mounted(Optional.of(new Mounting(UUID.randomUUID(), 1, 1, Face.FRONT)));
        assertThat(violations(nowhere).getFirst().field()).isEqualTo("mounting.rack");
    }

    @Test
    void only_steps_of_the_life_cycle_are_taken() throws Problem {
        Server planned = inventory.save(server("s", "1", 1, 1, Face.FRONT));

        assertThat(violations(planned.in(LifecycleState.ACTIVE)).getFirst().message())
                .isEqualTo("A server that is PLANNED cannot become ACTIVE; it can become DISCOVERED, RETIRED.");

        Server active = inventory.save(inventory.save(planned.in(LifecycleState.DISCOVERED)).in(LifecycleState.ACTIVE));
        assertThat(active.state()).isEqualTo(LifecycleState.ACTIVE);
        assertThat(store.audit().getLast().what()).isEqualTo("s: state 'DISCOVERED' -> 'ACTIVE'");
    }

    @Test
    void an_old_version_is_a_conflict_and_a_gone_server_is_not_found() throws Problem {
        Server first = inventory.save(server("s", "1", 1, 1, Face.FRONT));
        inventory.save(first.in(LifecycleState.DISCOVERED));

        assertThatThrownBy(() -> inventory.save(first.in(LifecycleState.ACTIVE))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> inventory.save(new Server(first.id(), 0, "x", "y", Optional.empty(), "", "", "",
                Optional.empty(), LifecycleState.PLANNED))).isInstanceOf(Conflict.class);
        inventory.deleteServer(first.id());
        assertThatThrownBy(() -> inventory.save(first)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inventory.server(first.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void audits_who_from_where_and_publishes_after_the_save() throws Problem {
        var caller = new Caller("li.wei", Role.OPERATOR, "10.0.0.1");

        Server saved = caller.call(() -> inventory.save(server("srv-1", "S1", 28, 1, Face.FRONT)));

        assertThat(store.audit().getLast()).isEqualTo(new AuditEntry(0, NOW, "li.wei", "10.0.0.1", "server.save",
                Optional.of(saved.id()),
                "srv-1: new server; serial number S1; Shanghai A / Room 201 / A03 U28; PLANNED", ""));
        assertThat(events).contains(new DomainEvent.ServerSaved(saved));
    }

    @Test
    void a_refused_save_leaves_no_trace() {
        int entries = store.audit().size();

        violations(server("", "", 1, 1, Face.FRONT));

        assertThat(store.audit()).hasSize(entries);
        assertThat(events).isEmpty();
    }

    @Test
    void places_are_not_deleted_while_something_is_in_them() throws Problem {
        Server server = inventory.save(server("s", "1", 1, 1, Face.FRONT));

        assertThatThrownBy(() -> inventory.deleteIdc(idc.id())).isInstanceOf(Conflict.class)
                .hasMessageContaining("1 room (Room 201)");
        assertThatThrownBy(() -> inventory.deleteRoom(room.id())).isInstanceOf(Conflict.class)
                .hasMessageContaining("1 rack (A03)");
        assertThatThrownBy(() -> inventory.deleteRack(rack.id())).isInstanceOf(Conflict.class)
                .hasMessageContaining("1 server (s)");

        inventory.deleteServer(server.id());
        inventory.deleteRack(rack.id());
        inventory.deleteRoom(room.id());
        inventory.deleteIdc(idc.id());
        assertThat(store.items()).isEmpty();
        assertThat(store.audit()).extracting(AuditEntry::action).endsWith("server.delete", "rack.delete", "room.delete",
                "idc.delete");
        assertThatThrownBy(() -> inventory.deleteIdc(idc.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void deleting_a_server_tells_of_its_bmc_too() throws Problem {
        Server server = inventory.save(server("s", "1", 1, 1, Face.FRONT));
        Bmc bmc = bmcs.save(new Bmc(UUID.randomUUID(), 1, "10.0.0.1", 623, UUID.randomUUID(), Optional.of(server.id()),
                Optional.empty(), Optional.empty()));
        events.clear();

        inventory.deleteServer(server.id());

        assertThat(events).contains(new DomainEvent.ServerDeleted(server.id()), new DomainEvent.BmcSaved(bmc));
    }

    @Test
    void a_rack_does_not_shrink_below_its_servers_and_names_are_unique_in_the_room() throws Problem {
        inventory.save(server("s", "1", 40, 2, Face.REAR));

        var shrunk = new Rack(rack.id(), rack.version(), room.id(), "A", "A03", 40, OptionalInt.empty());
        assertThatThrownBy(() -> inventory.save(shrunk)).isInstanceOf(Invalid.class).hasMessageContaining("up to U41");
        var twin = new Rack(UUID.randomUUID(), 0, room.id(), "B", "A03", 61, OptionalInt.of(0));
        var problem = catchThrowableOfType(Invalid.class, () -> inventory.save(twin));
        assertThat(problem.violations()).extracting(Violation::field).containsExactlyInAnyOrder("name", "heightUnits",
                "powerBudgetWatts");
    }

    @Test
    void lists_are_parts_in_order_of_names() throws Problem {
        inventory.save(new Rack(UUID.randomUUID(), 0, room.id(), "A", "A01", 42, OptionalInt.empty()));
        inventory.save(new Rack(UUID.randomUUID(), 0, room.id(), "A", "A02", 42, OptionalInt.empty()));

        var page = inventory.racks(Optional.of(room.id()), new PageRequest(1, 1));

        assertThat(page.items()).extracting(Rack::name).containsExactly("A02");
        assertThat(page.total()).isEqualTo(3);
        assertThat(inventory.racks(Optional.of(UUID.randomUUID()), PageRequest.ALL).items()).isEmpty();
        assertThat(inventory.rooms(Optional.of(idc.id()), PageRequest.ALL).items()).containsExactly(room);
        assertThat(inventory.idcs(new PageRequest(5, 10)).items()).isEmpty();
        assertThat(inventory.servers(ServerFilter.NONE, PageRequest.ALL).total()).isZero();
    }

    @Test
    void of_many_at_the_same_time_only_one_gets_the_units() throws Exception {
        var accepted = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Server server = server("srv-" + i, "S" + i, 1 + i % 4, 2, Face.FRONT); // U1..U5, two at most fit
                executor.submit(() -> {
                    try {
                        inventory.save(server);
                        accepted.incrementAndGet();
                    } catch (Invalid _) {
                        refused.incrementAndGet();
                    }
                    return null;
                });
            }
        }

        assertThat(accepted.get() + refused.get()).isEqualTo(200);
        var mountings = inventory.servers(ServerFilter.NONE, PageRequest.ALL).items().stream()
                .map(s -> s.mounting().orElseThrow()).toList();
        assertThat(mountings).hasSize(accepted.get()).hasSizeBetween(1, 2);
        for (Mounting one : mountings) {
            assertThat(mountings).filteredOn(one::overlaps).containsExactly(one);
        }
    }

    private List<Violation> violations(Server server) {
        return catchThrowableOfType(Invalid.class, () -> inventory.save(server)).violations();
    }

    private Server server(String name, String serial, int unit, int height, Face face) {
        return new Server(UUID.randomUUID(), 0, name, serial, Optional.empty(), "Huawei", "2288H V5", "li.wei",
                Optional.of(new Mounting(rack.id(), unit, height, face)), LifecycleState.PLANNED);
    }
}
