package org.dcos.client.service;

import org.dcos.domain.About;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Access;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.audit.Audit;
import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
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
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.Relocations;
import org.dcos.domain.search.Search;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.status.Statuses;
import org.dcos.wire.endpoint.AccessEndpoints;
import org.dcos.wire.endpoint.BmcEndpoints;
import org.dcos.wire.endpoint.CmdbEndpoints;
import org.dcos.wire.endpoint.Endpoint.None;
import org.dcos.wire.endpoint.OperationEndpoints;

/** A server-core at the other end of a transport. */
public final class RemoteServerCore implements ServerCore {

    private final Calls calls;
    private final Events events;
    private final Inventory inventory;
    private final Records records;
    private final Relocations relocations;
    private final RemoteExchange exchange;
    private final RemoteEstate estate;
    private final AddressPlan addresses;
    private final Bmcs bmcs;
    private final BmcSettings bmcSettings;
    private final PowerControl power;
    private final Dhcp dhcp;
    private final ChassisOrders chassisOrders;
    private final BringUp bringUp;
    private final SerialConsoles serialConsoles;
    private final EventLogs eventLogs;
    private final RemoteMonitor monitor;
    private final Alerts alerts;
    private final Deviations deviations;
    private final Operations operations;
    private final Access access;

    /** @param events the stream of events, kept by the connection */
    public RemoteServerCore(Calls calls, Events events) {
        this.calls = calls;
        this.events = events;
        this.inventory = new RemoteInventory(calls);
        this.records = new RemoteRecords(calls);
        this.relocations = new RemoteRelocations(calls);
        this.exchange = new RemoteExchange(calls);
        this.estate = new RemoteEstate(calls);
        this.addresses = new RemoteAddressPlan(calls);
        this.bmcs = new RemoteBmcs(calls);
        this.bmcSettings = new RemoteBmcSettings(calls);
        this.power = new RemotePowerControl(calls);
        this.dhcp = new RemoteDhcp(calls);
        this.chassisOrders = new RemoteChassisOrders(calls);
        this.bringUp = new RemoteBringUp(calls);
        this.serialConsoles = new RemoteSerialConsoles(calls);
        this.eventLogs = new RemoteEventLogs(calls);
        this.monitor = new RemoteMonitor(calls);
        this.alerts = new RemoteAlerts(calls);
        this.deviations = new RemoteDeviations(calls);
        this.operations = new RemoteOperations(calls);
        this.access = new RemoteAccess(calls);
    }

    @Override
    public About about() throws Problem {
        return calls.call(AccessEndpoints.VERSION, new None());
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Relocations relocations() {
        return relocations;
    }

    @Override
    public DeviceTypes deviceTypes() {
        return estate;
    }

    @Override
    public Search search() {
        return estate;
    }

    @Override
    public Impacts impacts() {
        return estate;
    }

    @Override
    public Capacities capacities() {
        return estate;
    }

    @Override
    public AddressPlan addresses() {
        return addresses;
    }

    @Override
    public Baselines baselines() {
        return new Baselines() {
            @Override
            public BaselineReport check(BaselineFile file) throws Problem {
                return calls.call(CmdbEndpoints.TAKE_BASELINE,
                        new CmdbEndpoints.TakeBaseline(file.name(), true, file.content()));
            }

            @Override
            public BaselineReport take(BaselineFile file) throws Problem {
                return calls.call(CmdbEndpoints.TAKE_BASELINE,
                        new CmdbEndpoints.TakeBaseline(file.name(), false, file.content()));
            }
        };
    }

    @Override
    public Imports imports() {
        return exchange;
    }

    @Override
    public Exports exports() {
        return exchange;
    }

    @Override
    public Bmcs bmcs() {
        return bmcs;
    }

    @Override
    public Discovery discovery() {
        return order -> calls.call(BmcEndpoints.START_DISCOVERY, new BmcEndpoints.Discover(order));
    }

    @Override
    public BmcSettings bmcSettings() {
        return bmcSettings;
    }

    @Override
    public PowerControl power() {
        return power;
    }

    @Override
    public Dhcp dhcp() {
        return dhcp;
    }

    @Override
    public ChassisOrders chassisOrders() {
        return chassisOrders;
    }

    @Override
    public BringUp bringUp() {
        return bringUp;
    }

    @Override
    public SerialConsoles serialConsoles() {
        return serialConsoles;
    }

    @Override
    public EventLogs eventLogs() {
        return eventLogs;
    }

    @Override
    public Statuses statuses() {
        return monitor;
    }

    @Override
    public Metrics metrics() {
        return monitor;
    }

    @Override
    public Collection collection() {
        return monitor;
    }

    @Override
    public Alerts alerts() {
        return alerts;
    }

    @Override
    public Deviations deviations() {
        return deviations;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Audit audit() {
        return (subject, page) -> calls.call(OperationEndpoints.LIST_AUDIT,
                new OperationEndpoints.ListAudit(subject, page));
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public Events events() {
        return events;
    }
}
