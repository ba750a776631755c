package org.dcos.ui.model.estate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.domain.cmdb.LifecycleState;

import java.time.Instant;

/** What is known at one moment. Immutable; the maps are never changed after they are in here. */
public record Estate(Map<UUID, Idc> idcs, Map<UUID, Room> rooms, Map<UUID, Rack> racks, Map<UUID, Server> servers,
        Map<UUID, List<Server>> serversByRack, Map<UUID, ServerStatus> statuses, Map<UUID, Alert> alerts,
        Optional<Sweep> sweep) {

    public static final Estate EMPTY = of(List.of(), List.of(), List.of(), List.of());

    public static Estate of(Collection<Idc> idcs, Collection<Room> rooms, Collection<Rack> racks,
            Collection<Server> servers) {
        return new Estate(byId(idcs, Idc::id), byId(rooms, Room::id), byId(racks, Rack::id), byId(servers, Server::id),
                byRack(servers), Map.of(), Map.of(), Optional.empty());
    }

    public Estate withServers(Collection<Server> all) {
        return new Estate(idcs, rooms, racks, byId(all, Server::id), byRack(all), statuses, alerts, sweep);
    }

    public Estate withServer(Server server) {
        var next = new HashMap<>(servers);
        next.put(server.id(), server);
        return withServers(next.values());
    }

    public Estate withoutServer(UUID server) {
        var next = new HashMap<>(servers);
        next.remove(server);
        return withServers(next.values());
    }

    public Estate withStatuses(Collection<ServerStatus> changed) {
        var next = new HashMap<>(statuses);
        changed.forEach(status -> next.put(status.server(), status));
        return new Estate(idcs, rooms, racks, servers, serversByRack, next, alerts, sweep);
    }

    /** Keeps the alert while it is open, forgets it when it is resolved. */
    public Estate withAlert(Alert alert) {
        var next = new HashMap<>(alerts);
        if (alert.state().open()) {
            next.put(alert.id(), alert);
        } else {
            next.remove(alert.id());
        }
        return withAlerts(next);
    }

    public Estate withAlerts(Map<UUID, Alert> open) {
        return new Estate(idcs, rooms, racks, servers, serversByRack, statuses, open, sweep);
    }

    public Estate withSweep(Sweep last) {
        return new Estate(idcs, rooms, racks, servers, serversByRack, statuses, alerts, Optional.of(last));
    }

    public List<Server> inRack(UUID rack) {
        return serversByRack.getOrDefault(rack, List.of());
    }

    public ServerStatus status(UUID server) {
        var status = statuses.get(server);
        return status == null ? ServerStatus.unknown(server, Reachability.UNKNOWN) : status;
    }

    /** The worst open alert of each server that has one. */
    public Map<UUID, Alert> worstAlerts() {
        var worst = new HashMap<UUID, Alert>();
        for (var alert : alerts.values()) {
            worst.merge(alert.server(), alert,
                    (a, b) -> a.severity().compareTo(b.severity()) >= 0 ? a : b);
        }
        return worst;
    }

    /** How the server is: old knowledge first, since it says nothing about now, then what is wrong, then power. */
    public Mark mark(Server server, Optional<Alert> worst, Instant now) {
        var status = status(server.id());
        if (status.reachability() == Reachability.NO_BMC || status.powerAsOf().isEmpty()) {
            return status.reachability() == Reachability.UNREACHABLE ? Mark.STALE : Mark.NONE;
        }
        if (status.stale(now) || status.reachability() == Reachability.UNREACHABLE) {
            return Mark.STALE;
        }
        boolean critical = status.health() == Health.CRITICAL
                || worst.filter(alert -> alert.severity() == Severity.CRITICAL).isPresent();
        if (critical) {
            return Mark.CRITICAL;
        }
        boolean warning = status.health() == Health.WARNING
                || worst.filter(alert -> alert.severity() == Severity.WARNING).isPresent();
        if (warning) {
            return Mark.WARNING;
        }
        return status.power() == PowerState.OFF ? Mark.OFF : status.power() == PowerState.ON ? Mark.WELL : Mark.NONE;
    }

    /** Whether nothing at all is recorded, as on a first start. */
    public boolean empty() {
        return idcs.isEmpty() && servers.isEmpty();
    }

    public long retired() {
        return servers.values().stream().filter(server -> server.state() == LifecycleState.RETIRED).count();
    }

    private static <T> Map<UUID, T> byId(Collection<T> things, Function<T, UUID> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (_, newer) -> newer));
    }

    private static Map<UUID, List<Server>> byRack(Collection<Server> servers) {
        return servers.stream().filter(server -> server.mounting().isPresent())
                .sorted(Comparator.comparing(Server::name))
                .collect(Collectors.groupingBy(server -> server.mounting().orElseThrow().rack()));
    }
}
