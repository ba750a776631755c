package org.dcos.server.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.Secret;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;

/** Tokens and passwords in memory: {@code admin-token}, {@code operator-token}, {@code viewer-token}; user li.wei. */
class FakeCredentials implements Credentials {

    static final Secret ADMIN = Secret.of("admin-token");
    static final Secret OPERATOR = Secret.of("operator-token");
    static final Secret VIEWER = Secret.of("viewer-token");
    static final String USER = "li.wei";
    static final Secret PASSWORD = Secret.of("correct horse: battery");

    private final Map<Secret, Role> tokens = new ConcurrentHashMap<>(
            Map.of(ADMIN, Role.ADMINISTRATOR, OPERATOR, Role.OPERATOR, VIEWER, Role.VIEWER));
    private volatile int passwordChecks;

    void revoke(Secret token) {
        tokens.remove(token);
    }

    int passwordChecks() {
        return passwordChecks;
    }

    @Override
    public Optional<Caller> byToken(Secret token, String origin) {
        return Optional.ofNullable(tokens.get(token)).map(role -> new Caller(role.name(), role, origin));
    }

    @Override
    public synchronized Optional<Caller> byPassword(String user, Secret password, String origin) {
        passwordChecks++;
        return USER.equals(user) && PASSWORD.equals(password) ? Optional.of(new Caller(user, Role.OPERATOR, origin))
                : Optional.empty();
    }

    @Override
    public IssuedToken issue(TokenOrder order) {
        return new IssuedToken(
                new ApiToken(UUID.randomUUID(), order.name(), order.role(), Instant.EPOCH, order.expires()),
                Secret.of("t"));
    }

    @Override
    public List<ApiToken> tokens() {
        return List.of();
    }

    @Override
    public boolean revoke(UUID token) {
        return false;
    }

    @Override
    public List<User> users() {
        return List.of();
    }

    @Override
    public User saveUser(String name, Role role, Secret password) {
        return new User(UUID.randomUUID(), name, role);
    }

    @Override
    public boolean deleteUser(UUID user) {
        return false;
    }
}
