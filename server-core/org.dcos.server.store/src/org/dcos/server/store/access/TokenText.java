package org.dcos.server.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.dcos.domain.Secret;

/** The text of an API token: {@code dcos_} and 256 random bits in base64url. */
final class TokenText {

    private static final String PREFIX = "dcos_";
    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;

    private TokenText() {}

    static Secret random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Secret.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hex: enough for 256 random bits, no one can guess them. Empty for what is no token at all. */
    static String hash(Secret token) {
        char[] chars = token.reveal();
        try {
            if (chars.length != LENGTH) {
                return "";
            }
            byte[] bytes = new String(chars).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }
}
