package org.dcos.server.monitor.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;

/** BMCs, their login and the server they belong to. */
final class Surroundings implements BmcStore, CredentialVault, InventoryStore {

    private static final UUID LOGIN = new UUID(0, 99);

    private final Map<UUID, Bmc> kept = new HashMap<>();

    LogSources sources(BmcLog log) {
        return new LogSources(log, this, this, this);
    }

    Bmc bmc(UUID id, Optional<UUID> server) {
        var bmc = new Bmc(id, 1, "10.0.0.1", 623, LOGIN, server, Optional.empty(), Optional.empty());
        kept.put(id, bmc);
        return bmc;
    }

    void forget(UUID bmc) {
        kept.remove(bmc);
    }

    @Override
    public Optional<Bmc> bmc(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Credential> credentials() {
        return List.of(new Credential(LOGIN, "lab", "ADMIN"));
    }

    @Override
    public Optional<Credential> credential(UUID id) {
        return Optional.of(new Credential(LOGIN, "lab", "ADMIN"));
    }

    @Override
    public Optional<Secret> reveal(UUID id) {
        return Optional.of(Secret.of("ADMIN"));
    }

    @Override
    public Optional<Server> server(UUID id) {
        return Optional.of(new Server(id, 1, "srv-a01-01", "S1", Optional.empty(), "", "", "", Optional.empty(),
                LifecycleState.ACTIVE));
    }

    @Override
    public List<Bmc> bmcs() {
        return List.copyOf(kept.values());
    }

    @Override
    public Optional<Bmc> byServer(UUID server) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Bmc> byAddress(String address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bmc save(Bmc bmc) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Credential keep(String user, Secret password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Idc> idcs() {
        return List.of();
    }

    @Override
    public List<Room> rooms() {
        return List.of();
    }

    @Override
    public List<Rack> racks() {
        return List.of();
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Server> allServers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Server> serverBySerial(String serial) {
        throw new UnsupportedOperationException();
    }
}
