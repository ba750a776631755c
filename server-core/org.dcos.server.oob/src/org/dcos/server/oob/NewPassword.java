package org.dcos.server.oob;

import java.security.SecureRandom;
import java.util.Arrays;

import org.dcos.domain.Secret;

/** Makes a password for one BMC alone. */
public final class NewPassword {

    /** The longest that every IPMI BMC takes (IPMI v2.0 §22.30). */
    private static final int LENGTH = 16;
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";
    /** Taken by all makers. */
    private static final String SIGNS = "-_.";

    private NewPassword() {}

    /** Of signs that are not taken for each other when read aloud; upper and lower case, a digit and a sign. */
    public static Secret make(SecureRandom random) {
        String all = UPPER + LOWER + DIGITS;
        char[] signs = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            signs[i] = all.charAt(random.nextInt(all.length()));
        }
        int at = 1 + random.nextInt(LENGTH - 5); // four in a row, not at the beginning
        signs[at] = one(UPPER, random);
        signs[at + 1] = one(DIGITS, random);
        signs[at + 2] = one(LOWER, random);
        signs[at + 3] = one(SIGNS, random);
        try {
            return Secret.of(signs);
        } finally {
            Arrays.fill(signs, '\0');
        }
    }

    private static char one(String of, SecureRandom random) {
        return of.charAt(random.nextInt(of.length()));
    }
}
