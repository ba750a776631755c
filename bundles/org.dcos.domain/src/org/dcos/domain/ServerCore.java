package org.dcos.domain;

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

/**
 * All that a server-core offers, in one place. The gateway gathers it from the services that run beside it; a client
 * implements it over a transport. Who holds one cannot tell whether the server-core is in the same process or remote.
 */
public interface ServerCore {

    /** What answers: product version and the server-core's name. */
    About about() throws org.dcos.domain.problem.Problem;

    Inventory inventory();

    /** The records of every kind, with their change sets. */
    Records records();

    /** Machines on their way to other places. */
    Relocations relocations();

    /** Device types, taken from files and brought to devices. */
    DeviceTypes deviceTypes();

    /** Finding things of every kind. */
    Search search();

    /** What is hit when something goes. */
    Impacts impacts();

    /** How much room there is in racks. */
    Capacities capacities();

    /** The work with networks and addresses. */
    AddressPlan addresses();

    Baselines baselines();

    /** Records from spreadsheets. */
    Imports imports();

    /** Records as spreadsheets. */
    Exports exports();

    Bmcs bmcs();

    Discovery discovery();

    /** How BMCs themselves are set up, and the parts of their machines. */
    BmcSettings bmcSettings();

    PowerControl power();

    /** Addresses for machines that ask for one. */
    Dhcp dhcp();

    /** Orders to many chassis, in waves. */
    ChassisOrders chassisOrders();

    BringUp bringUp();

    /** Serial consoles through BMCs. */
    SerialConsoles serialConsoles();

    /** What BMCs wrote down. */
    EventLogs eventLogs();

    Statuses statuses();

    Metrics metrics();

    Collection collection();

    Alerts alerts();

    /** What differs between the records and what was seen. */
    Deviations deviations();

    Operations operations();

    Audit audit();

    Access access();

    Events events();
}
