package org.dcos.net.ipmi.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * User name and password of a controller's account. Keeps copies, never shows them, and is equal to another with the
 * same name and password. Both are UTF-8 on the wire.
 */
public final class Credential {

    /** Longest user name, bytes (IPMI v2.0 r1.1 §22.28). */
    public static final int LONGEST_NAME = 16;

    /** Longest password, bytes (§22.30). */
    public static final int LONGEST_PASSWORD = 20;

    private static final byte[] NO_KEY = {};

    private final byte[] userName;
    private final byte[] password;
    private final byte[] bmcKey;

    private Credential(byte[] userName, byte[] password, byte[] bmcKey) {
        if (userName.length > LONGEST_NAME || password.length > LONGEST_PASSWORD || bmcKey.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "BMC user names have at most 16 bytes, passwords and BMC keys at most 20");
        }
        this.userName = userName;
        this.password = password;
        this.bmcKey = bmcKey;
    }

    /** @throws IllegalArgumentException when a part is too long for IPMI; the message does not show it */
    public static Credential of(String userName, char[] password) {
        return new Credential(userName.getBytes(StandardCharsets.UTF_8), utf8(password), NO_KEY);
    }

    /** Of a controller that is set to "two-key" logins: also with its key KG (§13.31). */
    public static Credential of(String userName, char[] password, byte[] bmcKey) {
        return new Credential(userName.getBytes(StandardCharsets.UTF_8), utf8(password), bmcKey.clone());
    }

    byte[] userName() {
        return userName;
    }

    byte[] password() {
        return password;
    }

    /** KG; the password where the controller has no key of its own. */
    byte[] bmcKey() {
        return bmcKey.length == 0 ? password : bmcKey;
    }

    private static byte[] utf8(char[] chars) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credential that && Arrays.equals(userName, that.userName)
                && MessageDigest.isEqual(password, that.password) && MessageDigest.isEqual(bmcKey, that.bmcKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(userName);
    }

    /** Shows the user, never the secrets. */
    @Override
    public String toString() {
        return "credential of user " + new String(userName, StandardCharsets.UTF_8);
    }
}
