package org.dcos.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertStore;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.settings.SettingsStore;

/** What surrounds the collector, in memory. */
final class FakeStores {

    static final class Stream implements Events, EventPublisher {
        final List<DomainEvent> published = new CopyOnWriteArrayList<>();
        private final List<Consumer<NumberedEvent>> listeners = new CopyOnWriteArrayList<>();

        @Override
        public Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public void publish(DomainEvent event) {
            published.add(event);
            var numbered = new NumberedEvent(published.size(), Readings.TAKEN, event);
            listeners.forEach(listener -> listener.accept(numbered));
        }
    }

    static final class Bmcs implements BmcStore {
        final Map<UUID, Bmc> kept = new ConcurrentHashMap<>();

        @Override
        public List<Bmc> bmcs() {
            return List.copyOf(kept.values());
        }

        @Override
        public Optional<Bmc> bmc(UUID id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public Optional<Bmc> byServer(UUID server) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Bmc> byAddress(String address, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Bmc save(Bmc bmc) {
            kept.put(bmc.id(), bmc);
            return bmc;
        }

        @Override
        public boolean delete(UUID id) {
            return kept.remove(id) != null;
        }
    }

    static final class Inventory implements InventoryStore {
        final Map<UUID, Server> kept = new ConcurrentSkipListMap<>();

        void add(int n) {
            kept.put(Readings.server(n),
                    new Server(Readings.server(n), 1, "srv-" + n, "S" + n, Optional.empty(), "", "", "",
                            Optional.empty(), LifecycleState.ACTIVE));
        }

        @Override
        public List<Idc> idcs() {
            return List.of();
        }

        @Override
        public List<Room> rooms() {
            return List.of();
        }

        @Override
        public List<Rack> racks() {
            return List.of();
        }

        @Override
        public Page<Server> servers(ServerFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Server> allServers() {
            return List.copyOf(kept.values());
        }

        @Override
        public Optional<Server> server(UUID id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public Optional<Server> serverBySerial(String serial) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Settings implements SettingsStore {
        final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

        @Override
        public Map<String, String> load(String service) {
            return kept.getOrDefault(service, Map.of());
        }

        @Override
        public void save(String service, Map<String, String> values) {
            kept.put(service, values);
        }
    }

    static final class Alerts implements AlertStore {
        @Override
        public Page<Alert> alerts(AlertFilter filter, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Optional<Alert> alert(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Alert save(Alert alert) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AlertRule> rules() {
            return List.of();
        }

        @Override
        public AlertRule save(AlertRule rule) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean deleteRule(UUID id) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Deeds implements AuditLog {
        final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void append(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }

    private FakeStores() {}
}
