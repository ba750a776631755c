package org.dcos.server.store.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;

import org.dcos.domain.Secret;
import org.dcos.server.store.secret.Argon2id;

/**
 * Passwords as Argon2id in PHC form ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}). A few are worked on at a time,
 * so that a flood of sign-ins does not take all memory.
 */
final class PasswordHash {

    /** 19 MiB, 2 passes: the cost that OWASP's password storage cheat sheet names; some 50 ms here. */
    private static final Argon2id.Cost COST = new Argon2id.Cost(19 * 1024, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore slots = new Semaphore(4);

    String of(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return COST.phc() + '$' + base64.encodeToString(salt) + '$' + base64.encodeToString(hash(password, salt, COST));
    }

    boolean matches(Secret password, String phc) {
        int hashAt = phc.lastIndexOf('$');
        int saltAt = phc.lastIndexOf('$', hashAt - 1);
        byte[] salt = Base64.getDecoder().decode(phc.substring(saltAt + 1, hashAt));
        byte[] expected = Base64.getDecoder().decode(phc.substring(hashAt + 1));
        return MessageDigest.isEqual(expected, hash(password, salt, Argon2id.Cost.parse(phc.substring(0, saltAt))));
    }

    private byte[] hash(Secret password, byte[] salt, Argon2id.Cost cost) {
        slots.acquireUninterruptibly();
        try {
            return Argon2id.hash(password, salt, cost, HASH_BYTES);
        } finally {
            slots.release();
        }
    }
}
