package org.dcos.ui.model;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.capacity.Capacities;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.search.Search;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.ui.model.deviation.FakeDeviations;
import org.dcos.ui.model.devicetype.FakeDeviceTypes;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.exchange.FakeImports;

/** A connection to a server-core that has what the test put in, and whose events the test sends. */
public final class FakeServerCore implements Connection {

    public Estate estate = Samples.estate();
    public List<SensorReading> sensors = List.of();
    /** Kept by id; a save with a taken name is not refused here. */
    public final Map<UUID, AlertRule> rules = new LinkedHashMap<>();
    public org.dcos.ui.model.records.FakeRecords records = new org.dcos.ui.model.records.FakeRecords();
    public Search search = (_, _) -> List.of();
    public Optional<Impacts> impacts = Optional.empty();
    public FakeDeviations deviations = new FakeDeviations();
    public FakeImports imports = new FakeImports();
    public List<RackCapacity> capacities = List.of();
    public FakeDeviceTypes deviceTypes = new FakeDeviceTypes();
    /** Services of a test, by the name of their method. */
    public final Map<String, Object> services = new HashMap<>();
    public int loads;
    public boolean closed;
    private Consumer<NumberedEvent> events = _ -> {};
    private Consumer<ConnectionState> states = _ -> {};
    private long sequence;

    public void send(DomainEvent event) {
        events.accept(new NumberedEvent(++sequence, Samples.NOW, event));
    }

    public void become(ConnectionState state) {
        states.accept(state);
    }

    @Override
    public String name() {
        return "dc-1:8443";
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public ConnectionState state() {
        return new ConnectionState.Connected(Samples.NOW, "0.1.0");
    }

    @Override
    public AutoCloseable onState(Consumer<ConnectionState> listener) {
        states = listener;
        listener.accept(state());
        return () -> states = _ -> {};
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public ServerCore serverCore() {
        var own = new HashMap<String, Object>(services);
        own.put("events", (Events) this::subscribe);
        own.put("capacities", (Capacities) (_, _) -> page(capacities));
        return service(ServerCore.class, own);
    }

    private Events.Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
        events = listener;
        return () -> events = _ -> {};
    }

    /** Answers by method name; services asked of the server-core answer in the same way. */
    private <T> T service(Class<T> type, Map<String, Object> special) {
        return type
                .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (special.containsKey(method.getName())) {
                        return special.get(method.getName());
                    }
                    return switch (method.getName()) {
                        case "idcs" -> {
                            loads++;
                            yield page(List.copyOf(estate.idcs().values()));
                        }
                        case "rooms" -> page(List.copyOf(estate.rooms().values()));
                        case "racks" -> page(List.copyOf(estate.racks().values()));
                        case "servers" -> page(List.copyOf(estate.servers().values()));
                        case "statuses" ->
                                method.getReturnType() == Page.class ? page(List.copyOf(estate.statuses().values()))
                                        : service(method.getReturnType(), Map.of());
                        case "alerts" ->
                                method.getReturnType() == Page.class ? page(List.copyOf(estate.alerts().values()))
                                        : service(method.getReturnType(), Map.of());
                        case "lastSweep" -> estate.sweep();
                        case "bmcs" -> method.getReturnType() == Page.class ? page(List.of())
                                : service(method.getReturnType(), Map.of());
                        case "records" -> records;
                        case "search" -> search;
                        case "impacts" -> impacts.orElseThrow();
                        case "deviations" -> deviations;
                        case "imports" -> imports;
                        case "deviceTypes" -> deviceTypes;
                        case "me" -> new Caller("li.wei", Role.OPERATOR, "test");
                        case "operation" -> deviations.operation();
                        case "cancel" -> {
                            deviations.cancelled = true;
                            yield null;
                        }
                        case "rules" -> List.copyOf(rules.values());
                        case "save" -> arguments[0] instanceof AlertRule rule ? kept(rule) : arguments[0];
                        case "deleteRule" -> {
                            rules.remove(arguments[0]);
                            yield null;
                        }
                        case "entries" -> page(List.of());
                        case "sensors" -> sensors;
                        case "query" -> List.of();
                        default ->
                                method.getReturnType().isInterface() && !method.getReturnType().equals(Optional.class)
                                        ? service(method.getReturnType(), Map.of())
                                        : null;
                    };
                }));
    }

    private AlertRule kept(AlertRule rule) {
        rules.put(rule.id(), rule);
        return rule;
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, items.size());
    }
}
