package org.dcos.server.oob.settings;

import org.dcos.domain.bmc.BmcSetup.Weakness;

/** Names of what should not be open. */
final class Weaknesses {

    static String words(Weakness weakness) {
        return switch (weakness) {
            case CIPHER_SUITE_0 -> "cipher suite 0";
            case ANONYMOUS -> "accounts without a name";
            case NO_AUTHENTICATION -> "sessions without a password";
        };
    }

    static String title(Weakness weakness) {
        return switch (weakness) {
            case CIPHER_SUITE_0 -> "Cipher suite 0";
            case ANONYMOUS -> "Accounts without a name";
            case NO_AUTHENTICATION -> "Sessions without a password";
        };
    }

    private Weaknesses() {}
}
