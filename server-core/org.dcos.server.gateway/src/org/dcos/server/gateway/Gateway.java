package org.dcos.server.gateway;

import java.time.InstantSource;

import org.dcos.domain.About;
import org.dcos.domain.Secret;
import org.dcos.domain.access.Access;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.baseline.Baselines;
import org.dcos.domain.bmc.Bmcs;
import org.dcos.domain.bmc.Discovery;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.capacity.Capacities;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.devicetype.DeviceTypes;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.event.Events;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.exchange.Exports;
import org.dcos.domain.exchange.Imports;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.metric.Metrics;
import org.dcos.domain.monitor.Collection;
import org.dcos.domain.operation.Operations;
import org.dcos.domain.power.ChassisOrders;
import org.dcos.domain.power.PowerControl;
import org.dcos.domain.relocation.Relocations;
import org.dcos.domain.search.Search;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.status.Statuses;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.LocalGateway;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.router.Router;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door of the server-core: up as soon as every service behind it is up. Opens no port. */
@Component(service = LocalGateway.class)
public final class Gateway implements LocalGateway {

    private static final String PRODUCT = "DCOS server-core";

    @Reference private Credentials credentials;
    @Reference private AuditLog audit;
    @Reference private Inventory inventory;
    @Reference private Records records;
    @Reference private Relocations relocations;
    @Reference private DeviceTypes deviceTypes;
    @Reference private Search search;
    @Reference private Impacts impacts;
    @Reference private Capacities capacities;
    @Reference private AddressPlan addresses;
    @Reference private Baselines baselines;
    @Reference private Imports imports;
    @Reference private Exports exports;
    @Reference private Bmcs bmcs;
    @Reference private Discovery discovery;
    @Reference private BmcSettings bmcSettings;
    @Reference private PowerControl power;
    @Reference private ChassisOrders chassisOrders;
    @Reference private Dhcp dhcp;
    @Reference private BringUp bringUp;
    @Reference private SerialConsoles serialConsoles;
    @Reference private EventLogs eventLogs;
    @Reference private Statuses statuses;
    @Reference private Metrics metrics;
    @Reference private Collection collection;
    @Reference private Alerts alerts;
    @Reference private Deviations deviations;
    @Reference private Operations operations;
    @Reference private Access access;
    @Reference private Events events;

    private Doorkeeper doorkeeper;
    private Router router;

    /** The services are too many for a constructor: they come as fields, before this is called. */
    @Activate
    void activate(BundleContext context) {
        var core = new GatheredServices(about(context.getBundle().getVersion()), inventory, records, relocations,
                deviceTypes, search, impacts, capacities, addresses, baselines, imports, exports, bmcs, discovery,
                bmcSettings, power, chassisOrders, dhcp, bringUp, serialConsoles, eventLogs, statuses, metrics,
                collection,
                alerts, deviations,
                operations,
                audit, access, events);
        doorkeeper = new Doorkeeper(credentials);
        router = new Router(core, doorkeeper, audit::append, InstantSource.system());
    }

    private static About about(Version version) {
        return new About(PRODUCT, "%d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro()),
                WireResponse.API_VERSION);
    }

    @Override
    public WireResponse handle(WireRequest request) {
        return router.handle(request);
    }

    @Override
    public EventAnswer events(WireRequest request) {
        return router.events(request);
    }

    @Override
    public Secret localToken() {
        return doorkeeper.localToken();
    }
}
