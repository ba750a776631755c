package org.dcos.domain.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;

/** Where users and tokens are kept. Passwords are kept as Argon2id, tokens as SHA-256; neither can be read back. */
public interface Credentials {

    Optional<Caller> byToken(Secret token, String origin);

    Optional<Caller> byPassword(String user, Secret password, String origin);

    IssuedToken issue(TokenOrder order);

    List<ApiToken> tokens();

    /** @return false when there was no such token */
    boolean revoke(UUID token);

    List<User> users();

    User saveUser(String name, Role role, Secret password);

    /** @return false when there was no such user */
    boolean deleteUser(UUID user);
}
