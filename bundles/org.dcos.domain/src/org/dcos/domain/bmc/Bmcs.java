package org.dcos.domain.bmc;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** The known BMCs, ordered by address. */
public interface Bmcs {

    /** @param server only this server's; @param matched only those with (true) or without (false) a server */
    Page<Bmc> bmcs(Optional<UUID> server, Optional<Boolean> matched, PageRequest page) throws Problem;

    Bmc bmc(UUID id) throws Problem;

    /** Forgets a BMC; its server stays. */
    void delete(UUID id) throws Problem;
}
