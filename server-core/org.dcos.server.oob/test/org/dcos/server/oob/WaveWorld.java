package org.dcos.server.oob;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.power.Waves;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.domain.status.Statuses;
import org.dcos.server.oob.Fakes.Box;
import org.dcos.server.oob.waves.WavedOrders;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.operation.JpaOperationStore;
import org.dcos.server.store.operation.StoredOperations;
import org.dcos.server.store.power.DocumentChassisRunStore;

/** Racks of servers whose BMCs answer as told, and orders to them that run over a real database. */
final class WaveWorld implements AutoCloseable {

    private static final UUID ROOM = new UUID(7, 7);

    final Fakes fakes = new Fakes();
    final Map<String, Rack> racks = new ConcurrentHashMap<>();
    final Map<UUID, PowerFeed> feeds = new ConcurrentHashMap<>();
    final Map<UUID, List<ImpactGraph.Thing>> carried = new ConcurrentHashMap<>();
    final Map<UUID, PowerState> power = new ConcurrentHashMap<>();
    final H2Database database;
    final StoredOperations operations;
    final DocumentChassisRunStore store;
    final WavedOrders orders;
    private final BlockingQueue<UUID> ended = new LinkedBlockingQueue<>();

    WaveWorld(Path directory) {
        this(directory, Optional.empty());
    }

    WaveWorld(Path directory, Optional<BmcDriver> driver) {
        database = new H2Database(() -> directory);
        operations = new StoredOperations(new JpaOperationStore(database), event -> {
            if (event instanceof DomainEvent.OperationChanged(var operation) && operation.state().ended()) {
                ended.add(operation.id());
            }
        });
        store = new DocumentChassisRunStore(database);
        orders = orders(driver.orElseGet(fakes::driver));
    }

    /** As a server-core that starts would make it. */
    WavedOrders orders(BmcDriver driver) {
        return new WavedOrders(inventory(), places(), records(), Fakes.proxy(Statuses.class,
                Map.of("status", id -> new ServerStatus((UUID) id, Reachability.REACHABLE,
                        power.getOrDefault(id, PowerState.ON), Health.OK, Optional.of(Instant.EPOCH),
                        Optional.empty(), Optional.of(Instant.MAX), "", Optional.empty(), Optional.empty()))),
                Fakes.proxy(Impacts.class, Map.of("graph", id -> graph((UUID) id))), fakes.bmcStore(), fakes.vault(),
                driver, operations, fakes.auditLog(), _ -> {}, store);
    }

    private ImpactGraph graph(UUID id) {
        var hit = carried.getOrDefault(id, List.of());
        var self = new ImpactGraph.Thing(Kind.SERVER, id, "", "", Optional.empty());
        int lost = (int) hit.stream().filter(thing -> thing.hit().equals(Optional.of(Severity.LOST))).count();
        return new ImpactGraph(Stream.concat(Stream.of(self), hit.stream()).toList(),
                List.of(), List.of(new ImpactGraph.Count(Kind.CUSTOM_ITEM, lost, hit.size() - lost)), List.of(), 0);
    }

    private Inventory inventory() {
        return fakes.inventory();
    }

    private InventoryStore places() {
        return Fakes.proxy(InventoryStore.class, Map.of("racks", _ -> List.copyOf(racks.values()), "rooms",
                _ -> List.of(new Room(ROOM, 1, new UUID(8, 8), "R1")), "idcs", _ -> List.of()));
    }

    private Records records() {
        return Fakes.proxy(Records.class, Map.of("list", type -> {
            List<?> items = type == PowerFeed.class ? List.copyOf(feeds.values()) : List.<Business>of();
            return new Page<>(items, 0, items.size());
        }));
    }

    Rack rack(String name, String side) {
        var rack = new Rack(UUID.randomUUID(), 1, ROOM, "", name, 42, OptionalInt.empty());
        racks.put(name, rack);
        var feed = new PowerFeed(UUID.randomUUID(), 1, ROOM, Optional.of(rack.id()), "feed " + name, side, 230, 32, 1,
                80, Map.of(), Map.of());
        feeds.put(feed.id(), feed);
        return rack;
    }

    /** A server in service with a BMC that answers. */
    Server server(String rack, int unit) {
        var name = "srv-%s-%02d".formatted(rack, unit);
        var server = fakes.server(name, "SN-" + name).in(LifecycleState.AVAILABLE).mounted(Optional.of(new Mounting(
                racks.get(rack).id(), unit, 1, Face.FRONT)));
        fakes.servers.put(server.id(), server);
        fakes.wire.put(name, new Box(server.serial()));
        var credential = fakes.vault().keep("admin", Secret.of("Passw0rd"));
        fakes.bmcs.put(server.id(), new Bmc(server.id(), 1, name, 623, credential.id(), Optional.of(server.id()),
                Optional.empty(), Optional.empty()));
        return server;
    }

    List<Server> servers(String rack, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(unit -> server(rack, unit)).toList();
    }

    Box box(Server server) {
        return fakes.wire.get(server.name());
    }

    static ChassisOrder order(List<Server> servers, Waves waves) {
        return new ChassisOrder(servers.stream().map(Server::id).toList(),
                new ChassisCommand.SetPower(PowerAction.RESET), "new kernel", waves, Optional.empty(), "");
    }

    /** Waits for the end of the order. */
    ChassisRun ended(ChassisRun run) throws Exception {
        UUID id = ended.poll(60, TimeUnit.SECONDS);
        if (!run.id().equals(id)) {
            throw new AssertionError("the order did not end within a minute, but " + id);
        }
        return orders.run(id);
    }

    @Override
    public void close() {
        operations.close();
        database.close();
    }
}
