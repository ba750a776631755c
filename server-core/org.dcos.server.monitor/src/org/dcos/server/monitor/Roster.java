package org.dcos.server.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.monitor.CollectionSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is watched in step with the records: by events at once, and by comparing with the stores now and then, in
 * case an event was missed.
 */
final class Roster {

    /** At the start the first questions are spread over so many ms for each BMC, a power interval at most. */
    private static final long FIRST_SPREAD_MILLIS = 5;
    /** First readings of sensors are longer conversations: the BMC's sensor records are fetched. */
    private static final long FIRST_SENSORS_MILLIS = 10;
    /** The first look at event logs can wait longest: they are read whole then. */
    private static final long FIRST_LOG_MILLIS = 60;
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

    private final InventoryStore inventory;
    private final BmcStore bmcs;
    private final Collector collector;
    private final StatusBook book;
    /** Counts changes by events, so that a comparison notices that what it read is out of date. */
    private final AtomicLong changes = new AtomicLong();

    Roster(InventoryStore inventory, BmcStore bmcs, Collector collector, StatusBook book) {
        this.inventory = inventory;
        this.bmcs = bmcs;
        this.collector = collector;
        this.book = book;
    }

    /** @return whether the records have to be compared */
    synchronized boolean happened(DomainEvent event) {
        changes.incrementAndGet();
        return switch (event) {
            case DomainEvent.BmcSaved(var bmc) -> {
                saved(bmc, 0, 0, 0);
                yield false;
            }
            case DomainEvent.BmcDeleted(var id) -> {
                deleted(id);
                yield false;
            }
            case DomainEvent.ServerSaved(var server) -> {
                if (book.status(server.id()).isEmpty()) {
                    book.hasBmc(server.id(), false);
                }
                yield false;
            }
            case DomainEvent.ServerDeleted(var id) -> {
                serverDeleted(id);
                yield false;
            }
            case DomainEvent.AlertChanged(var alert) -> {
                book.alert(alert);
                yield false;
            }
            case DomainEvent.ServersChanged _ -> true;
            case DomainEvent.Resync _ -> true;
            case DomainEvent.PlacesChanged _ -> false;
            case DomainEvent.RecordsChanged _ -> false;
            case DomainEvent.StatusChanged _ -> false;
            case DomainEvent.SweepEnded _ -> false;
            case DomainEvent.OperationChanged _ -> false;
            case DomainEvent.DeviationsChanged _ -> false;
            case DomainEvent.AuditRunChanged _ -> false;
            case DomainEvent.LeasesChanged _ -> false;
            case DomainEvent.DhcpChanged _ -> false;
            case DomainEvent.BmcSetupChanged _ -> false;
            case DomainEvent.ArrivalChanged _ -> false;
            case DomainEvent.ArrivalGone _ -> false;
            case DomainEvent.EventLogChanged _ -> false;
        };
    }

    private void saved(Bmc bmc, long delay, long sensorsDelay, long logDelay) {
        if (collector.sameWay(bmc)) {
            collector.update(bmc);
            return;
        }
        deleted(bmc.id());
        if (bmc.server().isPresent()) {
            var server = bmc.server().get();
            collector.ofServer(server).ifPresent(other -> deleted(other.id()));
            book.hasBmc(server, true);
            collector.watch(bmc, delay, sensorsDelay, logDelay);
        }
    }

    private void deleted(UUID bmc) {
        var known = collector.watched(bmc);
        collector.unwatch(bmc);
        known.flatMap(Bmc::server).ifPresent(server -> book.hasBmc(server, false));
    }

    private void serverDeleted(UUID server) {
        collector.ofServer(server).ifPresent(bmc -> collector.unwatch(bmc.id()));
        book.forget(server);
    }

    /** Compares with the stores. @param settings have the longest times over which first questions are spread */
    void reconcile(CollectionSettings settings) {
        for (int left = TRIES; left > 0; left--) {
            long seen = changes.get();
            var servers = new HashSet<UUID>();
            inventory.allServers().forEach(server -> servers.add(server.id()));
            var present = bmcs.bmcs();
            synchronized (this) {
                if (changes.get() == seen || left == 1) {
                    apply(servers, present, settings);
                    return;
                }
            }
        }
    }

    private void apply(Set<UUID> servers, List<Bmc> present, CollectionSettings settings) {
        Map<UUID, Bmc> wanted = new HashMap<>();
        for (var bmc : present) {
            if (bmc.server().filter(servers::contains).isPresent()) {
                wanted.put(bmc.id(), bmc);
            }
        }
        for (var watched : collector.watched().values()) {
            if (!wanted.containsKey(watched.id())) {
                deleted(watched.id());
            }
        }
        var fresh = new ArrayList<Bmc>();
        wanted.values().forEach(bmc -> {
            if (collector.sameWay(bmc)) {
                collector.update(bmc);
            } else {
                fresh.add(bmc);
            }
        });
        double spread = Math.min(settings.powerInterval().toMillis(), FIRST_SPREAD_MILLIS * fresh.size());
        double sensorsSpread = Math.min(settings.sensorInterval().toMillis(), FIRST_SENSORS_MILLIS * fresh.size());
        double logSpread = Math.min(collector.logInterval().toMillis(), FIRST_LOG_MILLIS * fresh.size());
        fresh.forEach(bmc -> {
            double phase = Plan.phase(bmc.id());
            saved(bmc, (long) (phase * spread), (long) (phase * sensorsSpread),
                    (long) (phase * logSpread));
        });
        var having = new HashSet<UUID>();
        wanted.values().forEach(bmc -> having.add(bmc.server().orElseThrow()));
        servers.forEach(server -> book.hasBmc(server, having.contains(server)));
        for (var server : book.servers()) {
            if (!servers.contains(server)) {
                book.forget(server);
            }
        }
        if (!fresh.isEmpty()) {
            LOG.info("{} BMCs are watched, {} of them new", wanted.size(), fresh.size());
        }
    }
}
