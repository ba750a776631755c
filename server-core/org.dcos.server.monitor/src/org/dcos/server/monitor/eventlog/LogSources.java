package org.dcos.server.monitor.eventlog;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The logs of BMCs and the way to them: the records, the logins and the driver. */
@Component(service = LogSources.class)
public final class LogSources {

    private static final String NO_CREDENTIAL = "The login of BMC %s:%d is no longer stored."
            + " Discover the BMC again with its user and password.";

    final BmcLog log;
    private final BmcStore bmcs;
    private final CredentialVault vault;
    private final InventoryStore inventory;

    @Activate
    public LogSources(@Reference BmcLog log, @Reference BmcStore bmcs, @Reference CredentialVault vault,
            @Reference InventoryStore inventory) {
        this.log = log;
        this.bmcs = bmcs;
        this.vault = vault;
        this.inventory = inventory;
    }

    Bmc bmc(UUID id) throws NotFound {
        return bmcs.bmc(id).orElseThrow(() -> NotFound.of("BMC", id));
    }

    boolean exists(UUID id) {
        return bmcs.bmc(id).isPresent();
    }

    BmcEndpoint endpoint(Bmc bmc) throws Problem {
        return vault.credential(bmc.credential())
                .flatMap(credential -> vault.reveal(bmc.credential())
                        .map(password -> new BmcEndpoint(bmc.address(), bmc.port(), credential.user(), password)))
                .orElseThrow(() -> new Conflict(NO_CREDENTIAL.formatted(bmc.address(), bmc.port())));
    }

    /** As operators call it: by its server, else by its address. */
    String name(Bmc bmc) {
        Optional<Server> server = bmc.server().flatMap(inventory::server);
        return server.map(Server::name).orElse("BMC %s:%d".formatted(bmc.address(), bmc.port()));
    }
}
