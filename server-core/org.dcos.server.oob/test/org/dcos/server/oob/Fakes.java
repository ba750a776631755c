package org.dcos.server.oob;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dcos.domain.Secret;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.sensor.SensorReading;

/** A small world: BMCs that answer as told, records in maps, operations that run at once. */
final class Fakes {

    /** A BMC on the wire. */
    static final class Box {
        String password = "Passw0rd";
        String serial;
        boolean silent;
        PowerState power = PowerState.ON;
        int orders;

        Box(String serial) {
            this.serial = serial;
        }
    }

    final Map<String, Box> wire = new ConcurrentHashMap<>();
    final Map<UUID, Bmc> bmcs = new ConcurrentHashMap<>();
    final Map<UUID, Server> servers = new ConcurrentHashMap<>();
    final Map<UUID, Secret> secrets = new ConcurrentHashMap<>();
    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    final List<Operation.Result> results = new CopyOnWriteArrayList<>();
    final List<UUID> polled = new CopyOnWriteArrayList<>();

    Server server(String name, String serial) {
        var server = new Server(UUID.randomUUID(), 1, name, serial, Optional.empty(), "Huawei", "2288H", "li.wei",
                Optional.empty(), LifecycleState.PLANNED);
        servers.put(server.id(), server);
        return server;
    }

    BmcDriver driver() {
        return new BmcDriver() {
            private Box box(BmcEndpoint bmc) throws BmcFailure {
                var box = wire.get(bmc.address());
                if (box == null || box.silent) {
                    throw new BmcFailure(BmcFailure.Kind.SILENT, "no answer from " + bmc.address(), null);
                }
                if (!box.password.equals(new String(bmc.password().reveal()))) {
                    throw new BmcFailure(BmcFailure.Kind.WRONG_CREDENTIAL, "wrong password at " + bmc.address(), null);
                }
                return box;
            }

            @Override
            public boolean ping(String address, int port, Duration wait) {
                return wire.containsKey(address) && !wire.get(address).silent;
            }

            @Override
            public BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure {
                return new BmcIdentity("guid", "1.0", "Huawei", "2288H", box(bmc).serial, "", "", "");
            }

            @Override
            public PowerState powerState(BmcEndpoint bmc) throws BmcFailure {
                return box(bmc).power;
            }

            @Override
            public List<SensorReading> sensors(BmcEndpoint bmc) {
                return List.of();
            }

            @Override
            public void power(BmcEndpoint bmc, PowerAction action) throws BmcFailure {
                var box = box(bmc);
                box.orders++;
                box.power = action == PowerAction.OFF || action == PowerAction.GRACEFUL_SHUTDOWN ? PowerState.OFF
                        : PowerState.ON;
            }

            @Override
            public void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure {
                box(bmc);
            }

            @Override
            public void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi)
                    throws BmcFailure {
                box(bmc);
            }

            @Override
            public void forget(String address, int port) {
                // holds nothing
            }
        };
    }

    BmcStore bmcStore() {
        return new BmcStore() {
            @Override
            public List<Bmc> bmcs() {
                return new ArrayList<>(bmcs.values());
            }

            @Override
            public Optional<Bmc> bmc(UUID id) {
                return Optional.ofNullable(bmcs.get(id));
            }

            @Override
            public Optional<Bmc> byServer(UUID server) {
                return bmcs.values().stream().filter(bmc -> bmc.server().equals(Optional.of(server))).findFirst();
            }

            @Override
            public Optional<Bmc> byAddress(String address, int port) {
                return bmcs.values().stream().filter(bmc -> bmc.address().equals(address) && bmc.port() == port)
                        .findFirst();
            }

            @Override
            public Bmc save(Bmc bmc) {
                bmcs.put(bmc.id(), bmc);
                return bmc;
            }

            @Override
            public boolean delete(UUID id) {
                return bmcs.remove(id) != null;
            }
        };
    }

    CredentialVault vault() {
        return new CredentialVault() {
            @Override
            public List<Credential> credentials() {
                return List.of();
            }

            @Override
            public Credential keep(String user, Secret password) {
                var id = UUID.nameUUIDFromBytes((user + new String(password.reveal())).getBytes());
                secrets.put(id, password);
                return new Credential(id, user, user);
            }

            @Override
            public Optional<Credential> credential(UUID id) {
                return Optional.of(new Credential(id, "admin", "admin"));
            }

            @Override
            public Optional<Secret> reveal(UUID id) {
                return Optional.ofNullable(secrets.get(id));
            }
        };
    }

    InventoryStore records() {
        return proxy(InventoryStore.class, Map.of(
                "serverBySerial",
                serial -> servers.values().stream().filter(s -> s.serial().equals(serial)).findFirst(),
                "racks", _ -> List.of(), "rooms", _ -> List.of(), "idcs", _ -> List.of()));
    }

    Inventory inventory() {
        return proxy(Inventory.class, Map.of("server", id -> Optional.ofNullable(servers.get(id)).<Object>map(s -> s)
                .orElseGet(() -> NotFound.of("server", (UUID) id)), "save", server -> {
                    servers.put(((Server) server).id(), (Server) server);
                    return server;
                }));
    }

    AuditLog auditLog() {
        return proxy(AuditLog.class, Map.of("append", entry -> audit.add((AuditEntry) entry)));
    }

    /** Runs the work at once, in the caller's thread. */
    OperationRunner operations() {
        return (kind, title, total, work) -> {
            try {
                work.run(new OperationRunner.Progress() {
                    @Override
                    public UUID operation() {
                        return new UUID(0, 0);
                    }

                    @Override
                    public void message(String message) {
                        // not looked at
                    }

                    @Override
                    public void result(Operation.Result result) {
                        results.add(result);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                });
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Operation(new UUID(0, 0), kind, title, Operation.State.SUCCEEDED, total, total, "", "test",
                    java.time.Instant.EPOCH, Optional.empty(), List.copyOf(results));
        };
    }

    /** What a method is given first decides what it gives back; an exception that is given back is thrown. */
    interface Answer {
        Object to(Object argument);
    }

    static <T> T proxy(Class<T> type, Map<String, Answer> answers) {
        return type
                .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    var given = answer.to(arguments == null ? null : arguments[0]);
                    if (given instanceof Throwable problem) {
                        throw problem;
                    }
                    return method.getReturnType() == void.class ? null : given;
                }));
    }
}
