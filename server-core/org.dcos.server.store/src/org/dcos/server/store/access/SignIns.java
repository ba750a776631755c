package org.dcos.server.store.access;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.dcos.domain.Secret;

/**
 * Remembers for some minutes which password was right for which user, as an HMAC under a key of this process, so that
 * Argon2id runs once and not with every request. Thread-safe.
 */
final class SignIns {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final SecretKeySpec key;
    private final Map<String, Right> right = new LinkedHashMap<>();

    private record Right(byte[] mac, Instant until) {}

    SignIns() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    synchronized boolean wasRight(String user, Secret password, Instant now) {
        Right known = right.get(user);
        return known != null && now.isBefore(known.until()) && MessageDigest.isEqual(known.mac(), mac(password));
    }

    synchronized void remember(String user, Secret password, Instant now) {
        if (right.size() >= MOST) {
            right.remove(right.keySet().iterator().next());
        }
        right.put(user, new Right(mac(password), now.plus(REMEMBERED)));
    }

    synchronized void forgetAll() {
        right.clear();
    }

    private byte[] mac(Secret password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password.reveal())));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
