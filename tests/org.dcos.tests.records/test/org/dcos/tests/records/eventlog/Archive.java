package org.dcos.tests.records.eventlog;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.server.monitor.eventlog.ArchivedEventLogs;
import org.dcos.server.monitor.eventlog.LogSources;
import org.dcos.server.oob.IpmiBmcLog;
import org.dcos.server.oob.IpmiConversations;
import org.dcos.server.store.audit.JpaAuditLog;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.eventlog.SqlEventLogStore;
import org.dcos.server.store.settings.JpaSettingsStore;

/** The service with its driver and its store, for one BMC. */
final class Archive implements AutoCloseable {

    static final UUID SERVER = new UUID(7, 7);

    final Bmc bmc;
    final ArchivedEventLogs logs;
    private final BmcEndpoint endpoint;
    private final H2Database database;
    private final IpmiConversations ipmi;

    Archive(Path folder, String address, int port, String user, String password) throws IOException {
        database = new H2Database(() -> folder);
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 4));
        bmc = new Bmc(new UUID(8, 8), 1, address, port, new UUID(9, 9), Optional.of(SERVER), Optional.empty(),
                Optional.empty());
        endpoint = new BmcEndpoint(address, port, user, Secret.of(password));
        var sources = new LogSources(new IpmiBmcLog(ipmi), one(bmc), unused(CredentialVault.class),
                unused(InventoryStore.class));
        logs = new ArchivedEventLogs(sources, new SqlEventLogStore(database), (_, _, _, _) -> {
            throw new UnsupportedOperationException();
        }, new JpaAuditLog(database), _ -> {}, new JpaSettingsStore(database));
    }

    private static BmcStore one(Bmc bmc) {
        return (BmcStore) Proxy.newProxyInstance(BmcStore.class.getClassLoader(), new Class<?>[] {BmcStore.class},
                (_, method, _) -> method.getName().equals("bmc") ? Optional.of(bmc) : Optional.empty());
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            throw new UnsupportedOperationException(method.toString());
        }));
    }

    /** A piece. @return whether there is more */
    boolean readOn() throws InterruptedException {
        return logs.readOn(bmc, endpoint);
    }

    void readAll() throws InterruptedException {
        while (readOn()) {
            Thread.onSpinWait();
        }
    }

    /** Past the archive, as somebody else would. */
    boolean clear() throws BmcFailure, InterruptedException {
        var log = new IpmiBmcLog(ipmi);
        var last = log.entries(endpoint, Optional.empty(), Integer.MAX_VALUE).entries().getLast();
        return log.clear(endpoint, last.mark());
    }

    /** What is kept, the last first. */
    List<LogEntry> entries() {
        return logs.entries(EntryFilter.ofServer(SERVER), PageRequest.ALL).items();
    }

    @Override
    public void close() {
        logs.close();
        ipmi.close();
        database.close();
    }
}
