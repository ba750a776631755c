package org.dcos.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

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
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.settings.SettingsStore;

/** Stores in memory. */
final class Fakes {

    static final class Alerts implements AlertStore {
        final Map<UUID, Alert> alerts = new LinkedHashMap<>();
        final Map<UUID, AlertRule> rules = new LinkedHashMap<>();
        boolean down;

        private void check() {
            if (down) {
                throw new IllegalStateException("database is gone");
            }
        }

        @Override
        public Page<Alert> alerts(AlertFilter filter, PageRequest page) {
            var found = alerts.values().stream()
                    .filter(alert -> filter.open().isEmpty() || filter.open().get() == alert.state().open()).toList();
            return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                    found.size());
        }

        @Override
        public Optional<Alert> alert(UUID id) {
            return Optional.ofNullable(alerts.get(id));
        }

        @Override
        public Alert save(Alert a) throws Conflict {
            check();
            var old = alerts.get(a.id());
            if ((old == null ? 0 : old.version()) != a.version()) {
                throw new Conflict("alert %s has version %d".formatted(a.id(), a.version()));
            }
            var saved = a.stored(a.version() + 1, a.where());
            alerts.put(saved.id(), saved);
            return saved;
        }

        @Override
        public List<AlertRule> rules() {
            return List.copyOf(rules.values());
        }

        @Override
        public AlertRule save(AlertRule r) throws Conflict {
            check();
            var old = rules.get(r.id());
            if ((old == null ? 0 : old.version()) != r.version()) {
                throw new Conflict("rule %s has version %d".formatted(r.id(), r.version()));
            }
            var saved = new AlertRule(r.id(), r.version() + 1, r.name(), r.enabled(), r.severity(), r.condition(),
                    r.holdFor());
            rules.put(saved.id(), saved);
            return saved;
        }

        @Override
        public boolean deleteRule(UUID id) {
            return rules.remove(id) != null;
        }
    }

    static final class Settings implements SettingsStore {
        private final Map<String, Map<String, String>> saved = new HashMap<>();

        @Override
        public Map<String, String> load(String service) {
            return saved.getOrDefault(service, Map.of());
        }

        @Override
        public void save(String service, Map<String, String> values) {
            saved.put(service, Map.copyOf(values));
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

    /** One rack A03 with servers in it. */
    static final class Inventory implements InventoryStore {
        private static final UUID RACK = new UUID(4, 4);
        final Map<UUID, Server> servers = new LinkedHashMap<>();

        void add(UUID id, String name, int unit) {
            servers.put(id, new Server(id, 1, name, "S" + unit, Optional.empty(), "", "", "",
                    Optional.of(new Mounting(RACK, unit, 1, Face.FRONT)), LifecycleState.ACTIVE));
        }

        @Override
        public List<Idc> idcs() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Room> rooms() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Rack> racks() {
            return List.of(new Rack(RACK, 1, new UUID(5, 5), "A", "A03", 42, OptionalInt.empty()));
        }

        @Override
        public Page<Server> servers(ServerFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Server> allServers() {
            return List.copyOf(servers.values());
        }

        @Override
        public Optional<Server> server(UUID id) {
            return Optional.ofNullable(servers.get(id));
        }

        @Override
        public Optional<Server> serverBySerial(String serial) {
            throw new UnsupportedOperationException();
        }
    }

    /** Every server of the inventory has one. */
    static final class Bmcs implements BmcStore {
        private final Inventory inventory;

        Bmcs(Inventory inventory) {
            this.inventory = inventory;
        }

        @Override
        public List<Bmc> bmcs() {
            return inventory.servers.keySet().stream().map(server -> new Bmc(server, 1, "10.0.0.1", 623, new UUID(6, 6),
                    Optional.of(server), Optional.empty(), Optional.empty())).toList();
        }

        @Override
        public Optional<Bmc> bmc(UUID id) {
            throw new UnsupportedOperationException();
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
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(UUID id) {
            throw new UnsupportedOperationException();
        }
    }

    /** A clock that the test moves. */
    static final class Clock implements InstantSource {
        private Instant now = Samples.START;

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }
    }

    private Fakes() {}
}
