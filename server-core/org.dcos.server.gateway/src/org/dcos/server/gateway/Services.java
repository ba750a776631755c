package org.dcos.server.gateway;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.dcos.domain.access.Access;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.baseline.Baselines;
import org.dcos.domain.bmc.Bmcs;
import org.dcos.domain.bmc.Discovery;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.event.Events;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.metric.Metrics;
import org.dcos.domain.monitor.Collection;
import org.dcos.domain.operation.Operations;
import org.dcos.domain.power.PowerControl;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.domain.settings.VaultLock;
import org.dcos.domain.status.Statuses;
import org.dcos.wire.LocalGateway;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** What an application, which is no component itself, needs of the service registry. */
final class Services {

    /** All that the gateway waits for. */
    private static final List<Class<?>> NEEDED = List.of(Credentials.class, AuditLog.class, Inventory.class,
            Baselines.class,
            Bmcs.class, Discovery.class, BmcSettings.class, PowerControl.class, Statuses.class, Metrics.class,
            Collection.class,
            Alerts.class, Deviations.class, Dhcp.class, BringUp.class, SerialConsoles.class, EventLogs.class,
            Operations.class, Access.class, Events.class);
    private static final long LOOK_MILLIS = 200;
    /** For services that are being made when the gateway is asked for; a database may have to be brought up to date. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    ServiceRegistration<DataDirectory> register(DataDirectory directory) {
        return context.registerService(DataDirectory.class, directory, new Hashtable<>());
    }

    /** What locks the vault; there as soon as the store's bundle is. */
    VaultLock vaultLock(Duration longest) throws StartFailure, InterruptedException {
        var tracker = new ServiceTracker<VaultLock, VaultLock>(context, VaultLock.class, null);
        tracker.open();
        var lock = tracker.waitForService(longest.toMillis());
        if (lock == null) {
            throw new StartFailure("The store of the server-core did not come up. The log above says why.");
        }
        return lock; // the tracker stays open: it holds the service
    }

    /**
     * Waits until the server-core is up.
     *
     * @param refusal why it will not get up, as soon as a service says so
     * @throws StartFailure naming what is missing after the longest wait
     */
    LocalGateway gateway(Duration longest, Supplier<Optional<String>> refusal)
            throws StartFailure, InterruptedException {
        var tracker = new ServiceTracker<LocalGateway, LocalGateway>(context, LocalGateway.class, null);
        tracker.open();
        long begin = System.nanoTime();
        long offered = Long.MAX_VALUE; // since when it is on offer, though it cannot be had
        while (System.nanoTime() - begin < longest.toNanos()) {
            LocalGateway gateway = tracker.waitForService(LOOK_MILLIS);
            if (gateway != null) {
                return gateway; // the tracker stays open: it holds the service
            }
            if (refusal.get().isPresent()) {
                throw new StartFailure(refusal.get().get());
            }
            boolean onOffer = context.getServiceReference(LocalGateway.class) != null;
            offered = onOffer ? Math.min(offered, System.nanoTime()) : Long.MAX_VALUE;
            if (onOffer && System.nanoTime() - offered > PATIENCE.toNanos()) {
                throw new StartFailure(
                        "A service of the server-core failed while it started. The log above says which and why.");
            }
        }
        tracker.close();
        throw new StartFailure("The server-core did not get ready within %d s; missing: %s. The log above says why."
                .formatted(longest.toSeconds(), missing()));
    }

    private String missing() {
        return NEEDED.stream().filter(type -> context.getServiceReference(type) == null).map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
    }
}
