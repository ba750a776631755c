package org.dcos.domain.bmc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;

/** Keeps BMC passwords encrypted (AES-256-GCM). */
public interface CredentialVault {

    List<Credential> credentials();

    /** Stores a login; the same user and password give the same credential again. */
    Credential keep(String user, Secret password);

    Optional<Credential> credential(UUID id);

    /** The password of a credential, for the driver only. */
    Optional<Secret> reveal(UUID id);
}
