package org.dcos.server.store.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.store.audit.JpaAuditLog;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.database.OpenDatabase;
import org.dcos.server.store.secret.KeyFile;
import org.dcos.server.store.secret.SealedVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaInventoryStoreTest extends OpenDatabase {

    private final Idc idc = new Idc(UUID.randomUUID(), 0, "Shanghai A");
    private final Room room = new Room(UUID.randomUUID(), 0, idc.id(), "Room 201");
    private final Rack rack = new Rack(UUID.randomUUID(), 0, room.id(), "A", "A03", 42, OptionalInt.of(8000));
    private JpaInventoryStore store;

    @BeforeEach
    void places() throws Conflict {
        store = new JpaInventoryStore(database);
        store.apply(List.of(new Change.SaveIdc(idc), new Change.SaveRoom(room), new Change.SaveRack(rack)), List.of());
    }

    @Test
    void gives_back_what_was_saved_with_its_first_version() throws Conflict {
        Server server = server("srv-1", "0021", 28);

        var saved = store.apply(List.of(new Change.SaveServer(server)), List.of());

        var expected = new Server(server.id(), 1, "srv-1", "0021", Optional.of("AT-1"), "Huawei", "2288H V5", "li.wei",
                server.mounting(), LifecycleState.PLANNED);
        assertThat(saved).containsExactly(expected);
        reopen();
        store = new JpaInventoryStore(database);
        assertThat(store.server(server.id())).contains(expected);
        assertThat(store.serverBySerial("0021")).contains(expected);
        assertThat(store.serverByName("srv-1")).contains(expected);
        assertThat(store.serverByName("0021")).isEmpty();
        assertThat(store.racks())
                .containsExactly(new Rack(rack.id(), 1, room.id(), "A", "A03", 42, OptionalInt.of(8000)));
        assertThat(store.rooms()).containsExactly(new Room(room.id(), 1, idc.id(), "Room 201"));
        assertThat(store.idcs()).containsExactly(new Idc(idc.id(), 1, "Shanghai A"));
    }

    @Test
    void counts_the_saves_and_refuses_an_old_version() throws Conflict {
        Server first = saved(server("srv-1", "1", 1));
        Server second = saved(first.in(LifecycleState.DISCOVERED));

        assertThat(second.version()).isEqualTo(2);
        assertThatThrownBy(() -> saved(first.in(LifecycleState.RETIRED))).isInstanceOf(Conflict.class)
                .hasMessageContaining("srv-1").hasMessageContaining("version 2, yours is 1");
        assertThat(store.server(first.id())).contains(second);
    }

    @Test
    void a_save_without_a_change_keeps_the_version() throws Conflict {
        Server first = saved(server("srv-1", "1", 1));

        assertThat(saved(first)).isEqualTo(first);
    }

    @Test
    void names_the_value_that_is_taken() throws Conflict {
        saved(server("srv-1", "S1", 1));

        assertThatThrownBy(() -> saved(server("srv-1", "S2", 2))).isInstanceOf(Conflict.class)
                .hasMessageContaining("name srv-1 is taken");
        assertThatThrownBy(() -> saved(server("srv-2", "S1", 2))).isInstanceOf(Conflict.class)
                .hasMessageContaining("serial number S1");
        assertThatThrownBy(() -> store.apply(List.of(new Change.SaveServer(server("x", "7", 2)),
                new Change.SaveServer(server("x", "8", 3))), List.of())).isInstanceOf(Conflict.class)
                        .hasMessageContaining("name x is taken");
        assertThatThrownBy(() -> store.apply(List.of(new Change.SaveIdc(new Idc(UUID.randomUUID(), 0, "Shanghai A"))),
                List.of())).isInstanceOf(Conflict.class).hasMessageContaining("IDC named Shanghai A");
    }

    @Test
    void one_refused_change_undoes_all_and_the_audit_too() throws Conflict {
        saved(server("srv-1", "S1", 1));

        assertThatThrownBy(() -> store.apply(List.of(new Change.SaveServer(server("srv-9", "S9", 9)),
                new Change.SaveServer(server("srv-8", "S1", 8))), List.of(entry("imported"))))
                        .isInstanceOf(Conflict.class);

        assertThat(store.allServers()).hasSize(1);
        assertThat(new JpaAuditLog(database).entries(Optional.empty(), PageRequest.ALL).items()).isEmpty();
    }

    @Test
    void writes_the_audit_with_the_change() throws Conflict {
        Server server = server("srv-1", "S1", 1);

        store.apply(List.of(new Change.SaveServer(server)), List.of(entry("first"), entry("second")));

        var entries = new JpaAuditLog(database).entries(Optional.empty(), PageRequest.ALL).items();
        assertThat(entries).extracting(AuditEntry::what).containsExactly("second", "first");
        assertThat(entries.getFirst().sequence()).isGreaterThan(entries.getLast().sequence());
    }

    @Test
    void servers_may_exchange_names_and_serials() throws Conflict {
        Server a = saved(server("a", "1", 1));
        Server b = saved(server("b", "2", 2));

        store.apply(List.of(new Change.SaveServer(named(a, "b", "2")), new Change.SaveServer(named(b, "a", "1"))),
                List.of());

        assertThat(store.server(a.id()).orElseThrow().name()).isEqualTo("b");
        assertThat(store.serverBySerial("1").orElseThrow().id()).isEqualTo(b.id());
    }

    @Test
    void does_not_delete_what_is_not_empty() {
        assertThatThrownBy(() -> store.apply(List.of(new Change.DeleteIdc(idc.id())), List.of()))
                .isInstanceOf(Conflict.class).hasMessageContaining("1 rooms");
        assertThatThrownBy(() -> store.apply(List.of(new Change.DeleteRoom(room.id())), List.of()))
                .isInstanceOf(Conflict.class).hasMessageContaining("1 racks");
        assertThatThrownBy(() -> {
            saved(server("srv", "1", 1));
            store.apply(List.of(new Change.DeleteRack(rack.id())), List.of());
        }).isInstanceOf(Conflict.class).hasMessageContaining("1 servers");
    }

    @Test
    void deletes_from_the_inside_out_in_one_transaction() throws Conflict {
        Server server = saved(server("srv", "1", 1));

        store.apply(List.of(new Change.DeleteServer(server.id()), new Change.DeleteRack(rack.id()),
                new Change.DeleteRoom(room.id()), new Change.DeleteIdc(idc.id())), List.of());

        assertThat(store.idcs()).isEmpty();
        assertThat(store.allServers()).isEmpty();
    }

    @Test
    void a_deleted_server_leaves_its_bmc_without_one() throws Exception {
        Server server = saved(server("srv", "1", 1));
        var credential = SealedVault.of(database, new KeyFile(directory)).keep("admin", Secret.of("x"));
        var bmcs = new JpaBmcStore(database);
        Bmc bmc = bmcs.save(new Bmc(UUID.randomUUID(), 0, "10.0.0.1", 623, credential.id(), Optional.of(server.id()),
                Optional.empty(), Optional.empty()));

        store.apply(List.of(new Change.DeleteServer(server.id())), List.of());

        Bmc left = bmcs.bmc(bmc.id()).orElseThrow();
        assertThat(left.server()).isEmpty();
        assertThat(left.version()).isEqualTo(bmc.version() + 1);
    }

    @Test
    void a_rack_that_went_away_is_told() throws Conflict {
        store.apply(List.of(new Change.DeleteRack(rack.id())), List.of());

        assertThatThrownBy(() -> saved(server("srv", "1", 1))).isInstanceOf(Conflict.class)
                .hasMessageContaining("deleted meanwhile");
    }

    @Test
    void filters_and_pages() throws Conflict {
        Server a = saved(server("web-1", "A%1", 1));
        Server b = saved(server("web-2", "A_2", 2));
        Server c = saved(server("db-1", "B3", 3).mounted(Optional.empty()).in(LifecycleState.DISCOVERED));

        assertThat(names(ServerFilter.NONE)).containsExactly("db-1", "web-1", "web-2");
        assertThat(names(ServerFilter.text("WEB"))).containsExactly("web-1", "web-2");
        assertThat(names(ServerFilter.text("a%"))).containsExactly("web-1");
        assertThat(names(ServerFilter.text("_"))).containsExactly("web-2");
        assertThat(names(ServerFilter.text("at-1"))).hasSize(3);
        assertThat(names(ServerFilter.inRack(rack.id()))).containsExactly("web-1", "web-2");
        assertThat(names(filter(Optional.of(idc.id()), Optional.empty(), Optional.empty()))).containsExactly("web-1",
                "web-2");
        assertThat(names(filter(Optional.empty(), Optional.of(room.id()), Optional.empty()))).hasSize(2);
        assertThat(names(filter(Optional.empty(), Optional.empty(), Optional.of(LifecycleState.DISCOVERED))))
                .containsExactly(c.name());
        var page = store.servers(ServerFilter.NONE, new PageRequest(1, 1));
        assertThat(page.items()).containsExactly(a);
        assertThat(page.total()).isEqualTo(3);
        assertThat(b.version()).isEqualTo(1);
    }

    @Test
    void takes_ten_thousand_servers_in_seconds() throws Conflict {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < 10_000; i++) {
            changes.add(new Change.SaveServer(server("srv-" + i, "S" + i, 1)));
        }
        long began = System.nanoTime();
        var saved = store.apply(changes, changes.stream().map(_ -> entry("imported")).toList());
        Duration creating = Duration.ofNanos(System.nanoTime() - began);

        began = System.nanoTime();
        store.apply(saved.stream().map(s -> (Change) new Change.SaveServer(((Server) s).in(LifecycleState.DISCOVERED)))
                .toList(), List.of());
        Duration changing = Duration.ofNanos(System.nanoTime() - began);

        began = System.nanoTime();
        assertThat(store.allServers()).hasSize(10_000).allMatch(s -> s.version() == 2);
        Duration reading = Duration.ofNanos(System.nanoTime() - began);
        org.slf4j.LoggerFactory.getLogger(getClass()).info("10,000 servers: created in {}, changed in {}, read in {}",
                creating, changing, reading);
        assertThat(creating.plus(changing)).isLessThan(Duration.ofMinutes(2)); // some 4 s where nothing else runs
    }

    private Server saved(Server server) throws Conflict {
        return (Server) store.apply(List.of(new Change.SaveServer(server)), List.of()).getFirst();
    }

    private Server server(String name, String serial, int unit) {
        return new Server(UUID.randomUUID(), 0, name, serial, Optional.of("AT-1"), "Huawei", "2288H V5", "li.wei",
                Optional.of(new Mounting(rack.id(), unit, 2, Face.FRONT)), LifecycleState.PLANNED);
    }

    private static Server named(Server server, String name, String serial) {
        return new Server(server.id(), server.version(), name, serial, server.assetTag(), server.manufacturer(),
                server.model(), server.owner(), server.mounting(), server.state());
    }

    private List<String> names(ServerFilter filter) {
        return store.servers(filter, PageRequest.ALL).items().stream().map(Server::name).toList();
    }

    private static ServerFilter filter(Optional<UUID> idc, Optional<UUID> room, Optional<LifecycleState> state) {
        return new ServerFilter(idc, room, Optional.empty(), state, Optional.empty());
    }

    private static AuditEntry entry(String what) {
        return new AuditEntry(0, Instant.parse("2026-01-01T00:00:00Z"), "li.wei", "embedded", "server.save",
                Optional.empty(), what, "");
    }
}
