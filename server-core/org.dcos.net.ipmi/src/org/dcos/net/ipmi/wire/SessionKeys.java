package org.dcos.net.ipmi.wire;

import java.security.Key;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.dcos.net.ipmi.wire.CipherSuite.Confidentiality;
import org.dcos.net.ipmi.wire.CipherSuite.Integrity;

/**
 * What protects the packets of one session: the cipher suite, K1 for integrity, K2 for confidentiality (IPMI v2.0
 * r1.1 §13.32). Made by {@link RakpKeys#sessionKeys}; {@link #NONE} is for packets outside of a session.
 */
public final class SessionKeys {

    /** No session: packets are neither authenticated nor encrypted. */
    public static final SessionKeys NONE = new SessionKeys(Integrity.NONE, Confidentiality.NONE, new byte[1],
            new byte[16]);

    /** AES-CBC-128 uses the first 128 bits of K2 (§13.29). */
    private static final int AES_KEY_LENGTH = 16;

    private final Integrity integrity;
    private final Confidentiality confidentiality;
    private final Key k1;
    private final Key k2;

    private SessionKeys(Integrity integrity, Confidentiality confidentiality, byte[] k1, byte[] k2) {
        this.integrity = integrity;
        this.confidentiality = confidentiality;
        this.k1 = new SecretKeySpec(k1, "HMAC");
        this.k2 = new SecretKeySpec(Arrays.copyOf(k2, AES_KEY_LENGTH), "AES");
    }

    /**
     * @param k1 20 bytes with HMAC-SHA1, 32 with HMAC-SHA256
     * @param k2 at least 16 bytes
     * @throws IllegalArgumentException for a suite that is not spoken
     */
    static SessionKeys of(CipherSuite suite, byte[] k1, byte[] k2) {
        if (!suite.isSpoken()) {
            throw new IllegalArgumentException("cipher suite %d is known by name only".formatted(suite.id()));
        }
        return new SessionKeys(suite.integrity(), suite.confidentiality(), k1, k2);
    }

    public Integrity integrity() {
        return integrity;
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    Key k1() {
        return k1;
    }

    Key k2() {
        return k2;
    }

    /** Names the algorithms, never the keys. */
    @Override
    public String toString() {
        return "session keys of %s, %s".formatted(integrity, confidentiality);
    }
}
