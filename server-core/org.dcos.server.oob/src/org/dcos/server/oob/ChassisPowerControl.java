package org.dcos.server.oob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerControl;
import org.dcos.domain.power.PowerOrder;
import org.dcos.domain.power.PowerPlan;
import org.dcos.domain.power.PowerPlan.Target;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.status.Statuses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans power orders, writes them down, and has them carried out. */
@Component(service = PowerControl.class)
public final class ChassisPowerControl implements PowerControl {

    private static final int MAX_SERVERS = 500;
    private static final int SHORTEST_REASON = 3;
    /** The interval of Chassis Identify is one byte of seconds (IPMI v2.0 §28.5). */
    private static final Duration LONGEST_IDENTIFY = Duration.ofSeconds(255);

    private final Inventory inventory;
    private final Places places;
    private final Statuses statuses;
    private final Endpoints endpoints;
    private final BmcDriver driver;
    private final OperationRunner operations;
    private final AuditLog audit;
    private final PowerSwitch powerSwitch;
    private final InstantSource clock = InstantSource.system();

    @Activate
    public ChassisPowerControl(@Reference Inventory inventory, @Reference InventoryStore records,
            @Reference Statuses statuses, @Reference BmcStore bmcs, @Reference CredentialVault vault,
            @Reference BmcDriver driver, @Reference OperationRunner operations, @Reference AuditLog audit,
            @Reference PollNow poll) {
        this.inventory = inventory;
        this.places = new Places(records);
        this.statuses = statuses;
        this.endpoints = new Endpoints(bmcs, vault);
        this.driver = driver;
        this.operations = operations;
        this.audit = audit;
        this.powerSwitch = new PowerSwitch(driver, endpoints, poll);
    }

    @Override
    public PowerPlan plan(PowerOrder order) throws Problem {
        var targets = new ArrayList<Target>();
        var now = clock.instant();
        for (var server : servers(order)) {
            var status = statuses.status(server.id());
            targets.add(new Target(server.id(), server.name(), server.serial(), places.of(server), server.owner(),
                    status.power(), status.powerAsOf(), warnings(server, order.action(), now)));
        }
        return new PowerPlan(order.action(), targets);
    }

    private List<Warning> warnings(Server server, PowerAction action, Instant now) throws Problem {
        var status = statuses.status(server.id());
        var warnings = new ArrayList<Warning>();
        if (endpoints.of(server.id()).isEmpty()) {
            warnings.add(Warning.NO_BMC);
        } else if (status.powerAsOf().isEmpty() || status.stale(now)) {
            warnings.add(Warning.STATE_IS_STALE);
        }
        if (PowerSwitch.pointless(action, status.power()) && !status.stale(now)) {
            warnings.add(Warning.NOTHING_TO_DO);
        }
        if (server.state() == LifecycleState.ACTIVE && action.interrupts()) {
            warnings.add(Warning.IN_SERVICE);
        }
        return warnings;
    }

    @Override
    public Operation order(PowerOrder order) throws Problem {
        var reason = order.reason().strip();
        var servers = servers(order);
        if (order.action().interrupts() && reason.length() < SHORTEST_REASON) {
            throw Invalid.field("reason",
                    "Say why in a few words: the order interrupts what runs, and the audit log keeps the reason.");
        }
        if (servers.size() > 1 && reason.length() < SHORTEST_REASON) {
            throw Invalid.field("reason",
                    "Say why in a few words: the order is for %d servers, and the audit log keeps the reason."
                            .formatted(servers.size()));
        }
        var action = "power." + order.action().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var server : servers) {
            write(action, server, "Ordered %s of %s".formatted(PowerSwitch.words(order.action()), server.name()),
                    reason);
        }
        var title = servers.size() == 1
                ? "%s of %s".formatted(PowerSwitch.title(order.action()), servers.getFirst().name())
                : "%s of %,d servers".formatted(PowerSwitch.title(order.action()), servers.size());
        return operations.start(action, title, servers.size(),
                progress -> powerSwitch.carryOut(servers, order.action(), progress));
    }

    private List<Server> servers(PowerOrder order) throws Problem {
        if (order.servers().isEmpty() || order.servers().size() > MAX_SERVERS) {
            throw Invalid.field("servers",
                    "%d servers are named; name 1 to %d.".formatted(order.servers().size(), MAX_SERVERS));
        }
        var servers = new ArrayList<Server>();
        for (UUID id : order.servers().stream().distinct().toList()) {
            servers.add(inventory.server(id));
        }
        return servers;
    }

    @Override
    public Operation identify(UUID id, Duration time) throws Problem {
        if (time.isNegative() || time.compareTo(LONGEST_IDENTIFY) > 0) {
            throw new Invalid(List.of(new Violation("time", "%s is not between 0 and 255 seconds.".formatted(time))));
        }
        var server = withBmc(id);
        write("chassis.identify", server, time.isZero() ? "Put the identify LED of %s out".formatted(server.name())
                : "Lit the identify LED of %s for %d s".formatted(server.name(), time.toSeconds()), "");
        return operations.start("chassis.identify", "Identify LED of " + server.name(), 1, progress -> powerSwitch
                .one(server, progress, endpoint -> driver.identifyLed(endpoint, time),
                        time.isZero() ? "The identify LED is out."
                                : "The identify LED is lit for %d s.".formatted(time.toSeconds())));
    }

    @Override
    public Operation bootDevice(UUID id, BootDevice device, boolean persistent, boolean uefi) throws Problem {
        var server = withBmc(id);
        var words = PowerSwitch.words(device, persistent, uefi);
        write("chassis.boot-device", server, "Set the boot device of %s to %s".formatted(server.name(), words), "");
        return operations.start("chassis.boot-device", "Boot device of " + server.name(), 1, progress -> powerSwitch
                .one(server, progress, endpoint -> driver.bootDevice(endpoint, device, persistent, uefi),
                        "The boot device is %s.".formatted(words)));
    }

    private Server withBmc(UUID id) throws Problem {
        var server = inventory.server(id);
        if (endpoints.of(id).isEmpty()) {
            throw new Conflict(
                    "%s has no known BMC. Run the discovery for its address first.".formatted(server.name()));
        }
        return server;
    }

    private void write(String action, Server server, String what, String why) {
        var caller = Caller.current();
        audit.append(
                new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, Optional.of(server.id()),
                        what, why));
    }
}
