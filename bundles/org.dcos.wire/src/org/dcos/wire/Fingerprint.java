package org.dcos.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of a certificate's DER form, by which a server-core is recognised. */
public final class Fingerprint {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int LENGTH = 32;

    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalArgumentException(
                    "certificate of %s has no fingerprint".formatted(certificate.getSubjectX500Principal()), e);
        }
    }

    /**
     * @param text 64 hexadecimal digits, with or without colons or blanks between
     * @throws IllegalArgumentException when it is none
     */
    public static Fingerprint parse(String text) {
        byte[] digest = HexFormat.of().parseHex(text.replaceAll("[:\\s]", ""));
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException(
                    "fingerprint has %d bytes, SHA-256 has %d".formatted(digest.length, LENGTH));
        }
        return new Fingerprint(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint fingerprint && Arrays.equals(digest, fingerprint.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** As browsers and OpenSSL show it: {@code 3F:A1:…}. */
    @Override
    public String toString() {
        return COLONS.formatHex(digest);
    }
}
