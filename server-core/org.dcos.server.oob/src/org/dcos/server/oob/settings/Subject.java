package org.dcos.server.oob.settings;

import java.util.Optional;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.cmdb.Server;

/** A BMC that is spoken with on behalf of somebody. */
record Subject(Bmc bmc, BmcEndpoint endpoint, Optional<Server> server) {

    /** {@code srv-a01-02 (BMC 10.1.2.3)}, or {@code BMC 10.1.2.3}. */
    String name() {
        return server.map(one -> "%s (BMC %s)".formatted(one.name(), bmc.address()))
                .orElseGet(() -> "BMC " + bmc.address());
    }

    /** What results are told of. */
    String target() {
        return server.map(Server::name).orElse(bmc.address());
    }
}
