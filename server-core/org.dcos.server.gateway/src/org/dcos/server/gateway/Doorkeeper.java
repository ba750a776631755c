package org.dcos.server.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.access.Role;
import org.dcos.wire.WireRequest;
import org.dcos.wire.router.Authenticator;

/**
 * Lets in who has a stored token or password, and the console of this process, which has a token made at start that is
 * written nowhere and works from nowhere else. That console acts under the name of the user it runs as.
 */
final class Doorkeeper implements Authenticator {

    private static final int TOKEN_BYTES = 32;

    private final Credentials credentials;
    private final Secret localToken;

    Doorkeeper(Credentials credentials) {
        this.credentials = credentials;
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.localToken = Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    Secret localToken() {
        return localToken;
    }

    @Override
    public Optional<Caller> byToken(Secret token, String origin) {
        if (WireRequest.EMBEDDED.equals(origin) && same(token, localToken)) {
            return Optional.of(new Caller(System.getProperty("user.name", "console"), Role.ADMINISTRATOR, origin));
        }
        return credentials.byToken(token, origin);
    }

    @Override
    public Optional<Caller> byPassword(String user, Secret password, String origin) {
        return credentials.byPassword(user, password, origin);
    }

    private static boolean same(Secret one, Secret other) {
        return MessageDigest.isEqual(bytes(one), bytes(other)); // takes the same time wherever they differ
    }

    private static byte[] bytes(Secret secret) {
        return new String(secret.reveal()).getBytes(StandardCharsets.UTF_8);
    }
}
