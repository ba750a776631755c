package org.dcos.server.monitor;

import org.dcos.domain.alert.AlertStore;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.server.monitor.eventlog.EventLogTurn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is there to be watched, and the way to it: the records, the logins and the driver. Holds them together only. */
@Component(service = Estate.class)
public final class Estate {

    final InventoryStore inventory;
    final BmcStore bmcs;
    final CredentialVault vault;
    final BmcDriver driver;
    final AlertStore alerts;
    final EventLogTurn logs;

    @Activate
    public Estate(@Reference InventoryStore inventory, @Reference BmcStore bmcs, @Reference CredentialVault vault,
            @Reference BmcDriver driver, @Reference AlertStore alerts,
            @Reference EventLogTurn logs) {
        this.inventory = inventory;
        this.bmcs = bmcs;
        this.vault = vault;
        this.driver = driver;
        this.alerts = alerts;
        this.logs = logs;
    }
}
