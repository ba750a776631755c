package org.dcos.server.oob.settings;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.problem.Problem;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.server.cmdb.LiveInventoryStore;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.oob.ChosenBmcDriver;
import org.dcos.server.oob.ChosenBmcSetup;
import org.dcos.server.oob.IpmiBmcDriver;
import org.dcos.server.oob.IpmiBmcSetup;
import org.dcos.server.oob.IpmiConversations;
import org.dcos.server.oob.redfish.RedfishBmcDriver;
import org.dcos.server.oob.redfish.RedfishBmcSetup;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.dcos.server.store.audit.JpaAuditLog;
import org.dcos.server.store.bmc.DocumentBmcSetupStore;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.bmc.SqlBmcProtocolStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.secret.SealedVault;

/** The service over a real database, IPMI and Redfish; operations run at once, in the caller's thread. */
final class SettingsWorld implements AutoCloseable {

    static final String WHY = "a test of it";

    final H2Database database;
    final SealedVault vault;
    final JpaBmcStore bmcs;
    final DocumentBmcSetupStore store;
    final LiveRecords live;
    final BmcDriver driver;
    final BmcSetup setup;
    final List<Result> results = new CopyOnWriteArrayList<>();
    KeptBmcSettings service;
    private final JpaAuditLog audit;
    private final IpmiConversations ipmi;
    private final RedfishConversations redfish;
    private final KeptBmcSettings.Tools tools;

    SettingsWorld(Path directory) throws Exception {
        database = new H2Database(() -> directory);
        vault = new SealedVault(database, () -> directory);
        bmcs = new JpaBmcStore(database);
        store = new DocumentBmcSetupStore(database);
        audit = new JpaAuditLog(database);
        EventPublisher events = _ -> {};
        var items = new DocumentItemStore(database);
        live = new LiveRecords(items, bmcs, events, new WriterTurn());
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 3));
        redfish = new RedfishConversations(new SqlBmcProtocolStore(database), bmcs, RedfishOptions.defaults());
        driver = new ChosenBmcDriver(redfish, new RedfishBmcDriver(redfish), new IpmiBmcDriver(ipmi));
        setup = new ChosenBmcSetup(redfish, new RedfishBmcSetup(redfish), new IpmiBmcSetup(ipmi));
        WireCheck wire = addresses -> addresses.stream().map(one -> new WireFinding(one.toString(),
                WireFinding.Outcome.SILENT, "nobody")).toList();
        var idle = (BringUp) Proxy.newProxyInstance(BringUp.class.getClassLoader(), new Class<?>[] {BringUp.class},
                (_, _, _) -> new Page<>(List.of(), 0, 0));
        tools = new KeptBmcSettings.Tools(driver, setup, bmcs, vault, new LiveInventoryStore(live),
                new RecordBook(live, items), wire, store, this::run, audit, events,
                (_, _) -> () -> {}, idle,
                (address, port) -> KeptBmcSettings.spoken(ipmi, redfish, address, port));
        open();
    }

    /** As when the server-core starts. */
    void open() {
        service = new KeptBmcSettings(tools, new KeptBmcSettings.Waits(Duration.ofSeconds(40), Duration.ofSeconds(4),
                Duration.ofMillis(100)));
    }

    private Operation run(String kind, String title, int total, OperationRunner.Work work) {
        var state = Operation.State.SUCCEEDED;
        String message;
        var given = new AtomicBoolean();
        try {
            message = work.run(new OperationRunner.Progress() {
                @Override
                public UUID operation() {
                    return new UUID(0, 0);
                }

                @Override
                public void message(String words) {
                    // not looked at
                }

                @Override
                public void result(Result result) {
                    results.add(result);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void giveUp() {
                    given.set(true);
                }
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (given.get()) {
            state = Operation.State.FAILED;
        }
        return new Operation(new UUID(0, 0), kind, title, state, total, total, message, "test", Instant.EPOCH,
                Optional.empty(), List.of());
    }

    /** A recorded server and its BMC. */
    Bmc record(String name, String serial, InetSocketAddress where, String user, String password) throws Problem {
        UUID id = UUID.randomUUID();
        live.commit("record", "", List.of(new Edit.Put(Items.with(Items.blank(Kind.SERVER, id),
                Map.of("name", name, "serial", serial, "manufacturer", "Lab", "model", "R1", "state",
                        LifecycleState.DISCOVERED.name())))));
        return bmcs.save(new Bmc(UUID.randomUUID(), 0, where.getAddress().getHostAddress(), where.getPort(),
                vault.keep(user, Secret.of(password)).id(), Optional.of(id), Optional.empty(), Optional.empty()));
    }

    Result change(Bmc bmc, BmcChange change) throws Problem {
        service.change(bmc.id(), change, WHY);
        return results.getLast();
    }

    Result changeAccess(Bmc bmc, AccessChange change) throws Problem {
        service.changeAccess(bmc.id(), change, WHY);
        return results.getLast();
    }

    List<AuditEntry> audited() {
        return audit.entries(Optional.empty(), PageRequest.ALL).items();
    }

    @Override
    public void close() {
        service.close();
        redfish.close();
        ipmi.close();
        database.close();
    }
}
