package org.dcos.domain.bmc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.problem.Conflict;

/** Where BMCs are kept. Address and port together are unique, and so is the server. */
public interface BmcStore {

    List<Bmc> bmcs();

    Optional<Bmc> bmc(UUID id);

    Optional<Bmc> byServer(UUID server);

    Optional<Bmc> byAddress(String address, int port);

    /** On disk when this returns. @throws Conflict when the version is old, or address or server is taken */
    Bmc save(Bmc bmc) throws Conflict;

    /** @return false when there was none */
    boolean delete(UUID id);
}
