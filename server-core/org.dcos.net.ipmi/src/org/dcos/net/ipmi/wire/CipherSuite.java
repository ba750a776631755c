package org.dcos.net.ipmi.wire;

import static org.dcos.net.ipmi.wire.CipherSuite.Authentication.RAKP_HMAC_MD5;
import static org.dcos.net.ipmi.wire.CipherSuite.Authentication.RAKP_HMAC_SHA1;
import static org.dcos.net.ipmi.wire.CipherSuite.Authentication.RAKP_HMAC_SHA256;
import static org.dcos.net.ipmi.wire.CipherSuite.Authentication.RAKP_NONE;
import static org.dcos.net.ipmi.wire.CipherSuite.Confidentiality.AES_CBC_128;
import static org.dcos.net.ipmi.wire.CipherSuite.Confidentiality.XRC4_128;
import static org.dcos.net.ipmi.wire.CipherSuite.Confidentiality.XRC4_40;
import static org.dcos.net.ipmi.wire.CipherSuite.Integrity.HMAC_MD5_128;
import static org.dcos.net.ipmi.wire.CipherSuite.Integrity.HMAC_SHA1_96;
import static org.dcos.net.ipmi.wire.CipherSuite.Integrity.HMAC_SHA256_128;
import static org.dcos.net.ipmi.wire.CipherSuite.Integrity.MD5_128;

import java.util.Optional;

/**
 * The standard cipher suites (IPMI v2.0 r1.1 §22.15.2, table 22-20).
 *
 * <p>All are known by name, to read a controller's list. Only {@link #SUITE_3} and {@link #SUITE_17} are spoken: the
 * others authenticate, protect or encrypt too little (see {@link #isSpoken()}).
 */
public enum CipherSuite {
    SUITE_0(0, RAKP_NONE, Integrity.NONE, Confidentiality.NONE),
    SUITE_1(1, RAKP_HMAC_SHA1, Integrity.NONE, Confidentiality.NONE),
    SUITE_2(2, RAKP_HMAC_SHA1, HMAC_SHA1_96, Confidentiality.NONE),
    SUITE_3(3, RAKP_HMAC_SHA1, HMAC_SHA1_96, AES_CBC_128),
    SUITE_4(4, RAKP_HMAC_SHA1, HMAC_SHA1_96, XRC4_128),
    SUITE_5(5, RAKP_HMAC_SHA1, HMAC_SHA1_96, XRC4_40),
    SUITE_6(6, RAKP_HMAC_MD5, Integrity.NONE, Confidentiality.NONE),
    SUITE_7(7, RAKP_HMAC_MD5, HMAC_MD5_128, Confidentiality.NONE),
    SUITE_8(8, RAKP_HMAC_MD5, HMAC_MD5_128, AES_CBC_128),
    SUITE_9(9, RAKP_HMAC_MD5, HMAC_MD5_128, XRC4_128),
    SUITE_10(10, RAKP_HMAC_MD5, HMAC_MD5_128, XRC4_40),
    SUITE_11(11, RAKP_HMAC_MD5, MD5_128, Confidentiality.NONE),
    SUITE_12(12, RAKP_HMAC_MD5, MD5_128, AES_CBC_128),
    SUITE_13(13, RAKP_HMAC_MD5, MD5_128, XRC4_128),
    SUITE_14(14, RAKP_HMAC_MD5, MD5_128, XRC4_40),
    SUITE_15(15, RAKP_HMAC_SHA256, Integrity.NONE, Confidentiality.NONE),
    SUITE_16(16, RAKP_HMAC_SHA256, HMAC_SHA256_128, Confidentiality.NONE),
    SUITE_17(17, RAKP_HMAC_SHA256, HMAC_SHA256_128, AES_CBC_128),
    SUITE_18(18, RAKP_HMAC_SHA256, HMAC_SHA256_128, XRC4_128),
    SUITE_19(19, RAKP_HMAC_SHA256, HMAC_SHA256_128, XRC4_40);

    private final int id;
    private final Authentication authentication;
    private final Integrity integrity;
    private final Confidentiality confidentiality;

    CipherSuite(int id, Authentication authentication, Integrity integrity, Confidentiality confidentiality) {
        this.id = id;
        this.authentication = authentication;
        this.integrity = integrity;
        this.confidentiality = confidentiality;
    }

    public int id() {
        return id;
    }

    public Authentication authentication() {
        return authentication;
    }

    public Integrity integrity() {
        return integrity;
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    /** The numbers of its three algorithms, as Open Session messages carry them. */
    public Algorithms algorithms() {
        return new Algorithms(authentication.code(), integrity.code(), confidentiality.code());
    }

    /** Whether this bundle opens and serves sessions with it. */
    public boolean isSpoken() {
        return this == SUITE_3 || this == SUITE_17;
    }

    public static Optional<CipherSuite> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    public static Optional<CipherSuite> of(Algorithms algorithms) {
        for (CipherSuite suite : values()) {
            if (suite.algorithms().equals(algorithms)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** Authentication algorithms (§13.28, table 13-17). */
    public enum Authentication {
        RAKP_NONE(0x00, "", 0),
        RAKP_HMAC_SHA1(0x01, "HmacSHA1", 20),
        RAKP_HMAC_MD5(0x02, "HmacMD5", 16),
        RAKP_HMAC_SHA256(0x03, "HmacSHA256", 32);

        private final int code;
        private final String macName;
        private final int macLength;

        Authentication(int code, String macName, int macLength) {
            this.code = code;
            this.macName = macName;
            this.macLength = macLength;
        }

        public int code() {
            return code;
        }

        /** Name of the JDK's {@link javax.crypto.Mac}. */
        String macName() {
            return macName;
        }

        /** Bytes of a key exchange authentication code in RAKP messages 2 and 3. */
        public int macLength() {
            return macLength;
        }
    }

    /** Integrity algorithms (§13.28.4, table 13-18). */
    public enum Integrity {
        NONE(0x00, 0),
        HMAC_SHA1_96(0x01, 12),
        HMAC_MD5_128(0x02, 16),
        MD5_128(0x03, 16),
        HMAC_SHA256_128(0x04, 16);

        private final int code;
        private final int authCodeLength;

        Integrity(int code, int authCodeLength) {
            this.code = code;
            this.authCodeLength = authCodeLength;
        }

        public int code() {
            return code;
        }

        /** Bytes of the AuthCode at the end of a packet, and of RAKP message 4's integrity check value. */
        public int authCodeLength() {
            return authCodeLength;
        }
    }

    /** Confidentiality algorithms (§13.28.5, table 13-19). */
    public enum Confidentiality {
        NONE(0x00),
        AES_CBC_128(0x01),
        XRC4_128(0x02),
        XRC4_40(0x03);

        private final int code;

        Confidentiality(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
