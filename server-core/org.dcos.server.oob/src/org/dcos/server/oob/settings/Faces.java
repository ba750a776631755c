package org.dcos.server.oob.settings;

import java.util.Optional;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.oob.Endpoints;

/** Under which names a BMC stands before people: its server, its login, by what it is spoken with. */
record Faces(InventoryStore inventory, CredentialVault vault, Endpoints endpoints, Speech speech) {

    /** By what a BMC is spoken with. */
    @FunctionalInterface
    interface Speech {
        BmcDetails.Spoken with(String address, int port);
    }

    BmcDetails of(Bmc bmc, Draft draft) {
        return draft.details(bmc, server(bmc).map(Server::name).orElse(""),
                vault.credential(bmc.credential()).map(Credential::user).orElse(""),
                speech.with(bmc.address(), bmc.port()));
    }

    private Optional<Server> server(Bmc bmc) {
        return bmc.server().flatMap(inventory::server);
    }

    /** @throws Conflict without a stored login */
    Subject subject(Bmc bmc) throws Conflict {
        Optional<BmcEndpoint> endpoint = endpoints.of(bmc);
        return new Subject(bmc, endpoint.orElseThrow(() -> new Conflict(
                "The login of the BMC at %s is no longer stored. Run a discovery with the right one.".formatted(
                        bmc.address()))),
                server(bmc));
    }
}
