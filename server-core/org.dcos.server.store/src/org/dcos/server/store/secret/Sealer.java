package org.dcos.server.store.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals small secrets with AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce each, and the id of what is sealed as
 * additional data, so that sealed bytes cannot be moved to another row. A second key gives fingerprints, by which equal
 * secrets are found without opening any. Both keys come from one by HKDF (RFC 5869). Thread-safe.
 */
final class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey fingerprinting;

    /** Sealed bytes with what is needed to open them, besides the key. */
    record Sealed(byte[] nonce, byte[] bytes) {}

    /** @param key 32 bytes; overwritten by the caller afterwards */
    Sealer(byte[] key) {
        sealing = derived(key, "AES", "dcos vault: sealing");
        fingerprinting = derived(key, "HmacSHA256", "dcos vault: fingerprint");
    }

    Sealed seal(UUID id, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Sealed(nonce, cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @return empty when the key is another one, or the bytes or the id are not those that were sealed */
    Optional<byte[]> open(UUID id, Sealed sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, id, sealed.nonce()).doFinal(sealed.bytes()));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** HMAC-SHA-256 in hex; equal for equal secrets under the same key. */
    String fingerprint(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(fingerprinting);
            return HexFormat.of().formatHex(mac.doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private Cipher cipher(int mode, UUID id, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array());
        return cipher;
    }

    private static SecretKey derived(byte[] key, String algorithm, String purpose) {
        byte[] copy = Arrays.copyOf(key, KEY_BYTES);
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(copy)
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 on has HKDF", e);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }
}
