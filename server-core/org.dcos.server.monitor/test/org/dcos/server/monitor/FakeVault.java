package org.dcos.server.monitor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;

/** One login. */
final class FakeVault implements CredentialVault {

    static final UUID LOGIN = new UUID(0, 99);

    @Override
    public List<Credential> credentials() {
        return List.of(new Credential(LOGIN, "lab", "ADMIN"));
    }

    @Override
    public Credential keep(String user, Secret password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Credential> credential(UUID id) {
        return credentials().stream().filter(credential -> credential.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Secret> reveal(UUID id) {
        return id.equals(LOGIN) ? Optional.of(Secret.of("ADMIN")) : Optional.empty();
    }
}
