package org.dcos.wire.router;

import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Caller;

/** Tells who a token or a password belongs to. */
public interface Authenticator {

    /** @param origin where the caller calls from, for the Caller that comes back */
    Optional<Caller> byToken(Secret token, String origin);

    /** Takes its time on purpose: a slow password hash. */
    Optional<Caller> byPassword(String user, Secret password, String origin);
}
