package org.dcos.server.cmdb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;

/** Keeps BMCs in memory. */
public final class MemoryBmcStore implements BmcStore {

    private final Map<UUID, Bmc> bmcs = new LinkedHashMap<>();

    @Override
    public List<Bmc> bmcs() {
        return List.copyOf(bmcs.values());
    }

    @Override
    public Optional<Bmc> bmc(UUID id) {
        return Optional.ofNullable(bmcs.get(id));
    }

    @Override
    public Optional<Bmc> byServer(UUID server) {
        return bmcs.values().stream().filter(bmc -> bmc.server().filter(server::equals).isPresent()).findFirst();
    }

    @Override
    public Optional<Bmc> byAddress(String address, int port) {
        return bmcs.values().stream().filter(bmc -> bmc.address().equals(address) && bmc.port() == port).findFirst();
    }

    @Override
    public Bmc save(Bmc bmc) {
        bmcs.put(bmc.id(), bmc);
        return bmc;
    }

    @Override
    public boolean delete(UUID id) {
        return bmcs.remove(id) != null;
    }
}
