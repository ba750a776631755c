package org.dcos.net.redfish.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * SHA-256 of a certificate's DER form.
 *
 * @param text as browsers and OpenSSL show it: {@code 3F:A1:...}
 */
public record Fingerprint(String text) {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int LENGTH = 32;

    /** @throws IllegalArgumentException when it is none */
    public Fingerprint {
        byte[] digest = HexFormat.of().parseHex(text.replaceAll("[:\\s]", ""));
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("fingerprint has %d bytes, SHA-256 has %d".formatted(digest.length,
                    LENGTH));
        }
        text = COLONS.formatHex(digest);
    }

    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
