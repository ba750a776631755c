package org.dcos.server.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;

/** The last known status and sensors of every server, in memory. Thread-safe. */
final class StatusBook {

    /** What is known of a server; its status has the health of the sensors alone. */
    record Known(ServerStatus status, List<SensorReading> sensors) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<UUID, Known> known = new TreeMap<>();
    /** Severities of the open alerts of each server that has any. */
    private final Map<UUID, Map<UUID, Severity>> alerts = new HashMap<>();
    private final Map<UUID, ServerStatus> unpublished = new HashMap<>();
    private final Map<UUID, ServerStatus> published = new HashMap<>();
    private long changes;

    void restore(Collection<Known> saved) {
        lock.lock();
        try {
            saved.forEach(each -> known.put(each.status().server(), each));
        } finally {
            lock.unlock();
        }
    }

    void observed(Observation observation, Duration freshFor) {
        lock.lock();
        try {
            var server = observation.server();
            var old = known.getOrDefault(server,
                    new Known(ServerStatus.unknown(server, Reachability.UNKNOWN), List.of()));
            var status = StatusRules.next(old.status(), observation, freshFor);
            put(observation instanceof Observation.Sensors(_, _, var readings)
                    ? new Known(StatusRules.withHealth(status, StatusRules.health(readings)), readings)
                    : new Known(status, old.sensors()));
        } finally {
            lock.unlock();
        }
    }

    void trouble(UUID server, String trouble, Optional<BmcTrouble> cause) {
        lock.lock();
        try {
            var old = known.get(server);
            if (old != null && !old.status().trouble().equals(trouble)) {
                put(new Known(StatusRules.withTrouble(old.status(), trouble, cause), old.sensors()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The server has a BMC, or none: values of another BMC are not its own. */
    void hasBmc(UUID server, boolean has) {
        lock.lock();
        try {
            var old = known.get(server);
            boolean had = old != null && old.status().reachability() != Reachability.NO_BMC;
            if (old == null || had != has) {
                put(new Known(ServerStatus.unknown(server, has ? Reachability.UNKNOWN : Reachability.NO_BMC),
                        List.of()));
            }
        } finally {
            lock.unlock();
        }
    }

    void forget(UUID server) {
        lock.lock();
        try {
            known.remove(server);
            alerts.remove(server);
            unpublished.remove(server);
            published.remove(server);
            changes++;
        } finally {
            lock.unlock();
        }
    }

    /** Open alerts count into the health. @param alert as it is now */
    void alert(Alert alert) {
        lock.lock();
        try {
            var open = alerts.computeIfAbsent(alert.server(), _ -> new HashMap<>());
            if (alert.state().open()) {
                open.put(alert.id(), alert.severity());
            } else {
                open.remove(alert.id());
            }
            if (open.isEmpty()) {
                alerts.remove(alert.server());
            }
            var old = known.get(alert.server());
            if (old != null) {
                noteChange(old);
            }
        } finally {
            lock.unlock();
        }
    }

    private void put(Known next) {
        known.put(next.status().server(), next);
        noteChange(next);
    }

    private void noteChange(Known next) {
        changes++;
        var shown = shown(next);
        if (shown.equals(published.get(shown.server()))) {
            unpublished.remove(shown.server());
        } else {
            unpublished.put(shown.server(), shown);
        }
    }

    private ServerStatus shown(Known each) {
        var open = alerts.get(each.status().server());
        if (open == null) {
            return each.status();
        }
        var health = each.status().health();
        for (var severity : open.values()) {
            health = StatusRules.worse(health, switch (severity) {
                case INFO -> Health.UNKNOWN;
                case WARNING -> Health.WARNING;
                case CRITICAL -> Health.CRITICAL;
            });
        }
        return StatusRules.withHealth(each.status(), health);
    }

    /** Statuses that differ from what was taken before. */
    List<ServerStatus> takeChanged() {
        lock.lock();
        try {
            var taken = List.copyOf(unpublished.values());
            published.putAll(unpublished);
            unpublished.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    Page<ServerStatus> page(PageRequest page) {
        lock.lock();
        try {
            var items = known.values().stream().skip(page.offset()).limit(page.limit()).map(this::shown).toList();
            return new Page<>(items, page.offset(), Math.max(known.size(), items.size()));
        } finally {
            lock.unlock();
        }
    }

    Optional<ServerStatus> status(UUID server) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(server)).map(this::shown);
        } finally {
            lock.unlock();
        }
    }

    Optional<List<SensorReading>> sensors(UUID server) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(server)).map(Known::sensors);
        } finally {
            lock.unlock();
        }
    }

    List<UUID> servers() {
        lock.lock();
        try {
            return List.copyOf(known.keySet());
        } finally {
            lock.unlock();
        }
    }

    List<Known> all() {
        lock.lock();
        try {
            return new ArrayList<>(known.values());
        } finally {
            lock.unlock();
        }
    }

    /** Counts every change. */
    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
