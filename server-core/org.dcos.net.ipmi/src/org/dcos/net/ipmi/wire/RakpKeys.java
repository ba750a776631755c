package org.dcos.net.ipmi.wire;

import java.security.Key;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.dcos.net.ipmi.wire.CipherSuite.Authentication;

/**
 * The key arithmetic of RAKP as pure functions of the exchange and the password.
 *
 * <p>Idea (IPMI v2.0 r1.1 §13.31, §13.32): both ends prove with keyed hashes over the exchange that they know the
 * user's key; a session integrity key (SIK) follows from the two random numbers and the BMC key KG; K1 and K2 follow
 * from the SIK. Session IDs enter least significant byte first, as on the wire.
 */
public final class RakpKeys {

    /** Longest password, and length of the key KG, bytes (§13.31, §22.30). */
    public static final int LONGEST_KEY = 20;

    /** Const_1 and Const_2 are 20 bytes for every hash (§13.32). */
    private static final int CONST_LENGTH = 20;

    /** RAKP message 2: HMAC[KUID](SIDM, SIDC, RM, RC, GUIDC, RoleM, ULengthM, UNameM), §13.31. */
    public static byte[] rakp2AuthCode(RakpExchange x, byte[] password) {
        return hmac(x.algorithm(), keyOf(password), Bytes.allocate(58 + x.userName().length)
                .putInt(x.consoleSessionId()).putInt(x.bmcSessionId()).put(x.consoleRandom()).put(x.bmcRandom())
                .put(x.bmcGuid()).put(nameAndRole(x)).array());
    }

    /** RAKP message 3: HMAC[KUID](RC, SIDM, RoleM, ULengthM, UNameM), §13.31. */
    public static byte[] rakp3AuthCode(RakpExchange x, byte[] password) {
        return hmac(x.algorithm(), keyOf(password), Bytes.allocate(22 + x.userName().length)
                .put(x.bmcRandom()).putInt(x.consoleSessionId()).put(nameAndRole(x)).array());
    }

    /**
     * SIK: HMAC[KG](RM, RC, RoleM, ULengthM, UNameM), §13.31.
     *
     * @param bmcKey KG; the user's password on a controller with "one-key" logins (KG all zero), which is the usual
     */
    public static byte[] sessionIntegrityKey(RakpExchange x, byte[] bmcKey) {
        return hmac(x.algorithm(), keyOf(bmcKey), Bytes.allocate(34 + x.userName().length)
                .put(x.consoleRandom()).put(x.bmcRandom()).put(nameAndRole(x)).array());
    }

    /** RAKP message 4: HMAC[SIK](RM, SIDC, GUIDC) cut to the length of the integrity algorithm, §13.31, §13.28.1. */
    public static byte[] rakp4CheckValue(RakpExchange x, CipherSuite suite, byte[] sik) {
        byte[] whole = hmac(x.algorithm(), keyOf(sik), Bytes.allocate(36).put(x.consoleRandom())
                .putInt(x.bmcSessionId()).put(x.bmcGuid()).array());
        return Arrays.copyOf(whole, suite.integrity().authCodeLength());
    }

    /** K1 = HMAC[SIK](01h x 20) protects integrity, K2 = HMAC[SIK](02h x 20) confidentiality (§13.32). */
    public static SessionKeys sessionKeys(CipherSuite suite, byte[] sik) {
        return SessionKeys.of(suite, additionalKey(suite, sik, 1), additionalKey(suite, sik, 2));
    }

    static byte[] additionalKey(CipherSuite suite, byte[] sik, int constant) {
        byte[] data = new byte[CONST_LENGTH];
        Arrays.fill(data, (byte) constant);
        return hmac(suite.authentication(), keyOf(sik), data);
    }

    private static byte[] nameAndRole(RakpExchange x) {
        byte[] name = x.userName();
        return Bytes.allocate(2 + name.length).put((byte) x.role()).put((byte) name.length).put(name).array();
    }

    /** Passwords are zero-padded to 20 bytes (§22.30); for HMAC the padding is no difference, but makes "" a key. */
    private static Key keyOf(byte[] secret) {
        return new SecretKeySpec(secret.length >= LONGEST_KEY ? secret : Arrays.copyOf(secret, LONGEST_KEY), "HMAC");
    }

    private static byte[] hmac(Authentication algorithm, Key key, byte[] data) {
        return Crypto.ofThread().hmac(algorithm, key, data);
    }

    private RakpKeys() {}
}
