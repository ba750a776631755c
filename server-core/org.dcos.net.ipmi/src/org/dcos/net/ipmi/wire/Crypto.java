package org.dcos.net.ipmi.wire;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import org.dcos.net.ipmi.wire.CipherSuite.Authentication;
import org.dcos.net.ipmi.wire.CipherSuite.Integrity;

/**
 * The JDK's primitives, one set per thread because they are costly to make and may not be shared. Every JDK has them
 * (HmacSHA1, HmacSHA256 and AES/CBC are required of a Java platform or were always present), so a missing one is a bug
 * of the installation and unchecked.
 */
final class Crypto {

    static final int AES_BLOCK = 16;

    private static final ThreadLocal<Crypto> OF_THREAD = ThreadLocal.withInitial(Crypto::new);

    /** Bytes of randomness fetched at once: one call to the system's generator serves 64 initialization vectors. */
    private static final int RANDOM_RESERVE = 64 * AES_BLOCK;

    private final Map<Authentication, Mac> macs = new EnumMap<>(Authentication.class);
    private final Cipher cipher;
    private final SecureRandom random = new SecureRandom();
    private final byte[] reserve = new byte[RANDOM_RESERVE];
    private int reserveUsed = RANDOM_RESERVE;

    private Crypto() {
        try {
            cipher = Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no AES/CBC", e);
        }
    }

    static Crypto ofThread() {
        return OF_THREAD.get();
    }

    byte[] hmac(Authentication algorithm, Key key, byte[]... parts) {
        Mac mac = mac(algorithm, key);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** AuthCode over the bytes of a packet, cut to the length of the integrity algorithm (§13.28.4). */
    byte[] authCode(Integrity integrity, Key k1, byte[] frame, int from, int to) {
        Mac mac = mac(macOf(integrity), k1);
        mac.update(frame, from, to - from);
        return Arrays.copyOf(mac.doFinal(), integrity.authCodeLength());
    }

    /** The keyed hash behind an integrity algorithm (§13.28.4). */
    static Authentication macOf(Integrity integrity) {
        return switch (integrity) {
            case HMAC_SHA1_96 -> Authentication.RAKP_HMAC_SHA1;
            case HMAC_SHA256_128 -> Authentication.RAKP_HMAC_SHA256;
            case NONE, HMAC_MD5_128, MD5_128 ->
                    throw new IllegalArgumentException("integrity algorithm %s is not spoken".formatted(integrity));
        };
    }

    byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        fillRandom(bytes, 0, length);
        return bytes;
    }

    void fillRandom(byte[] target, int at, int length) {
        if (length > reserve.length - reserveUsed) {
            random.nextBytes(reserve);
            reserveUsed = 0;
        }
        System.arraycopy(reserve, reserveUsed, target, at, length);
        Arrays.fill(reserve, reserveUsed, reserveUsed + length, (byte) 0);
        reserveUsed += length;
    }

    /** Encrypts in place; {@code bytes} holds the initialization vector at {@code iv}, whole blocks behind it. */
    void encrypt(Key k2, byte[] bytes, int iv, int length) {
        crypt(Cipher.ENCRYPT_MODE, k2, bytes, iv, length, bytes, iv + AES_BLOCK);
    }

    byte[] decrypt(Key k2, byte[] bytes, int iv, int length) {
        byte[] plain = new byte[length];
        crypt(Cipher.DECRYPT_MODE, k2, bytes, iv, length, plain, 0);
        return plain;
    }

    private void crypt(int mode, Key k2, byte[] bytes, int iv, int length, byte[] target, int targetAt) {
        try {
            cipher.init(mode, k2, new IvParameterSpec(bytes, iv, AES_BLOCK));
            cipher.doFinal(bytes, iv + AES_BLOCK, length, target, targetAt);
        } catch (GeneralSecurityException e) { // key and lengths are checked before
            throw new IllegalStateException("AES/CBC refused %d bytes".formatted(length), e);
        }
    }

    private Mac mac(Authentication algorithm, Key key) {
        Mac mac = macs.computeIfAbsent(algorithm, Crypto::newMac);
        try {
            mac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("%s refused its key".formatted(algorithm), e);
        }
        return mac;
    }

    private static Mac newMac(Authentication algorithm) {
        try {
            return Mac.getInstance(algorithm.macName());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm.macName(), e);
        }
    }
}
