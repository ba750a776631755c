package org.dcos.server.oob.bringup;

import java.time.InstantSource;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.monitor.PollNow;

/** What the steps work with. */
record Hands(BmcDriver driver, BmcSetup setup, BmcLog log, BmcStore bmcs, CredentialVault vault,
        InventoryStore planned, Inventory inventory, Records records, AddressPlan addresses, WireCheck wire,
        PollNow poll, EventPublisher events, InstantSource clock) {}
