package org.dcos.server.oob;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;

/** How one gets at the BMC of a server, with the login out of the vault. */
public record Endpoints(BmcStore bmcs, CredentialVault vault) {

    public Optional<BmcEndpoint> of(UUID server) {
        return bmcs.byServer(server).flatMap(this::of);
    }

    public Optional<BmcEndpoint> of(Bmc bmc) {
        return vault.credential(bmc.credential()).flatMap(credential -> vault.reveal(credential.id())
                .map(password -> new BmcEndpoint(bmc.address(), bmc.port(), credential.user(), password)));
    }
}
