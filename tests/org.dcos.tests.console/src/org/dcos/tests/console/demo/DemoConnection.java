package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.ServerCore;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.Events;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.power.PowerOrder;
import org.dcos.domain.power.PowerPlan;
import org.dcos.domain.problem.Problem;

/**
 * A connection to the made-up data centre: its live values are made up, its records stand in a real server-core. Calls
 * that the screens do not make are refused.
 */
public final class DemoConnection implements Connection {

    private final Instant now;
    private final ServerCore records;
    private final DemoEstate estate;

    /** Without records. */
    public DemoConnection(Instant now) {
        this(now, Answers.to(ServerCore.class, (service, _) -> {
            throw Answers.refused(service);
        }), new DemoEstate(now));
    }

    private DemoConnection(Instant now, ServerCore records, DemoEstate estate) {
        this.now = now;
        this.records = records;
        this.estate = estate;
    }

    /** Plants the records, unless they stand there, with two machines being moved. */
    public static DemoConnection recordedIn(ServerCore serverCore, Instant now) throws Problem {
        var estate = new DemoEstate(now);
        if (DemoRecords.plant(serverCore.records(), estate)) {
            DemoRecords.move(serverCore.relocations(), estate);
        }
        return new DemoConnection(now, serverCore, estate);
    }

    public UUID server(String name) {
        return estate.server(name).id();
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public ConnectionState state() {
        return new ConnectionState.Connected(now, "0.1.0");
    }

    @Override
    public AutoCloseable onState(Consumer<ConnectionState> listener) {
        listener.accept(state());
        return () -> {};
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public ServerCore serverCore() {
        return Answers.to(ServerCore.class, (service, _) -> switch (service) {
            case "inventory" -> Answers.to(org.dcos.domain.cmdb.Inventory.class, (call, _) -> switch (call) {
                case "idcs" -> page(estate.idcs);
                case "rooms" -> page(estate.rooms);
                case "racks" -> page(estate.racks);
                case "servers" -> page(estate.servers);
                default -> throw Answers.refused(call);
            });
            case "statuses" -> Answers.to(org.dcos.domain.status.Statuses.class, (call, arguments) -> switch (call) {
                case "statuses" -> page(estate.statuses);
                case "sensors" -> DemoReadings.of(name((UUID) arguments[0]), now);
                default -> throw Answers.refused(call);
            });
            case "metrics" -> Answers.to(org.dcos.domain.metric.Metrics.class, (_, arguments) -> {
                var query = (RangeQuery) arguments[0];
                var id = UUID.fromString(query.labels().get("server"));
                return DemoReadings.query(name(id), id, query, now);
            });
            case "alerts" -> Answers.to(org.dcos.domain.alert.Alerts.class, (_, _) -> page(estate.alerts));
            case "collection" -> Answers.to(org.dcos.domain.monitor.Collection.class,
                    (_, _) -> Optional.of(new Sweep(now.minusSeconds(3), estate.servers.size(),
                            estate.servers.size() - 2, Duration.ofMillis(3100))));
            case "bmcs" -> Answers.to(org.dcos.domain.bmc.Bmcs.class, (_, arguments) -> page(List.of(bmc(arguments))));
            case "audit" -> Answers.to(org.dcos.domain.audit.Audit.class, (_, arguments) -> page(deeds(arguments)));
            case "power" -> Answers.to(org.dcos.domain.power.PowerControl.class, (call, arguments) -> switch (call) {
                case "plan" -> plan((PowerOrder) arguments[0]);
                default -> throw Answers.refused(call);
            });
            case "chassisOrders" -> new DemoWaves(estate, now).service();
            case "dhcp" -> new DemoDhcp(now).service();
            case "deviations" -> new DemoDeviations(estate, now).service();
            case "eventLogs" -> new DemoBmc(now).eventLogs();
            case "bmcSettings" -> new DemoBmc(now).settings();
            case "bringUp" -> new DemoBringUp(estate, now).service();
            case "serialConsoles" -> new DemoSerial(estate, now, records.access()).service();
            case "access" -> records.access();
            case "exports" -> records.exports();
            case "operations" -> records.operations();
            case "capacities" -> records.capacities();
            case "records" -> records.records();
            case "relocations" -> records.relocations();
            case "addresses" -> records.addresses();
            case "search" -> records.search();
            case "impacts" -> records.impacts();
            case "deviceTypes" -> records.deviceTypes();
            case "imports" -> records.imports();
            case "baselines" -> records.baselines();
            case "events" -> Answers.to(Events.class, (_, _) -> (Events.Subscription) () -> {});
            default -> throw Answers.refused(service);
        });
    }

    private String name(UUID server) {
        return estate.servers.stream().filter(candidate -> candidate.id().equals(server)).findFirst().orElseThrow()
                .name();
    }

    private Bmc bmc(Object[] arguments) {
        var server = (UUID) ((Optional<?>) arguments[0]).orElseThrow();
        return new Bmc(DemoEstate.id("bmc" + server), 1, "10.20.3." + Math.floorMod(server.hashCode(), 250), 623,
                DemoEstate.id("login"),
                Optional.of(server),
                Optional.of(
                        new BmcIdentity("9c3f2a10-0d11-11ee-8000-" + server.toString().substring(24), "5.12", "Huawei",
                                "2288H V5", "2102311XDB10K4000123", "AT-10004", "024APL10K4000123", "")),
                Optional.of(now.minus(Duration.ofHours(5))));
    }

    private List<AuditEntry> deeds(Object[] arguments) {
        var subject = ((Optional<?>) arguments[0]).map(UUID.class::cast);
        return List.of(
                new AuditEntry(9, now.minus(Duration.ofHours(2)), "li.wei", "10.1.4.20", "power.cycle", subject,
                        "power cycle", "hung after update"),
                new AuditEntry(7, now.minus(Duration.ofHours(30)), "wang.fang", "10.1.4.22", "boot.device", subject,
                        "boot device PXE, once", ""),
                new AuditEntry(3, now.minus(Duration.ofDays(9)), "system", "server-core", "bmc.match", subject,
                        "matched by serial number", ""));
    }

    private PowerPlan plan(PowerOrder order) {
        return new PowerPlan(order.action(), order.servers().stream().map(id -> {
            var server = estate.servers.stream().filter(candidate -> candidate.id().equals(id)).findFirst()
                    .orElseThrow();
            var status = estate.statuses.stream().filter(candidate -> candidate.server().equals(id)).findFirst()
                    .orElseThrow();
            return new PowerPlan.Target(id, server.name(), server.serial(), "Shanghai A / Room 201 / A03 U28",
                    server.owner(), status.power(),
                    status.powerAsOf(), List.of(PowerPlan.Warning.IN_SERVICE));
        }).toList());
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, items.size());
    }

}
