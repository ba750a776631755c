package org.dcos.server.gateway;

import org.dcos.domain.About;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Access;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.audit.Audit;
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

/** The services that run beside the gateway, in one place. */
record GatheredServices(About about, Inventory inventory, Records records, Relocations relocations,
        DeviceTypes deviceTypes, Search search, Impacts impacts, Capacities capacities, AddressPlan addresses,
        Baselines baselines,
        Imports imports, Exports exports,
        Bmcs bmcs, Discovery discovery, BmcSettings bmcSettings,
        PowerControl power, ChassisOrders chassisOrders, Dhcp dhcp, BringUp bringUp, SerialConsoles serialConsoles,
        EventLogs eventLogs, Statuses statuses, Metrics metrics,
        Collection collection,
        Alerts alerts,
        Deviations deviations, Operations operations, Audit audit, Access access, Events events)
        implements ServerCore {}
