package org.dcos.server.gateway.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A key on P-256 with a certificate that it signed itself (RFC 5280), as the JDK cannot make one through its API.
 * Clients recognise it by its fingerprint; the names in it serve tools that check names.
 */
record SelfSigned(KeyPair keys, X509Certificate certificate) {

    /** Pinned certificates do not end by date; ten years is what other clients still take. */
    private static final Duration VALID = Duration.ofDays(3650);
    /** A clock that is a little wrong on one side must not matter. */
    private static final Duration ALLOWANCE = Duration.ofDays(1);
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2"; // RFC 5758 §3.2
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_USAGE = "2.5.29.15"; // RFC 5280 §4.2.1.3
    private static final String ALTERNATIVE_NAME = "2.5.29.17"; // §4.2.1.6
    private static final String BASIC_CONSTRAINTS = "2.5.29.19"; // §4.2.1.9
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37"; // §4.2.1.12
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
    private static final int SERIAL_BITS = 127;

    static SelfSigned make(String commonName, List<String> dnsNames, List<InetAddress> addresses, Instant now)
            throws GeneralSecurityException {
        var random = new SecureRandom();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair keys = generator.generateKeyPair();
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
        byte[] algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
        byte[] toBeSigned = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
                Der.integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1)),
                algorithm,
                name,
                Der.sequence(Der.utcTime(now.minus(ALLOWANCE)), Der.utcTime(now.plus(VALID))),
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, extensions(dnsNames, addresses)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate(), random);
        signature.update(toBeSigned);
        byte[] certificate = Der.sequence(toBeSigned, algorithm, Der.bits(0, signature.sign()));
        return new SelfSigned(keys, (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate)));
    }

    private static byte[] extensions(List<String> dnsNames, List<InetAddress> addresses) {
        var names = new ArrayList<byte[]>();
        dnsNames.forEach(name -> names.add(Der.implicit(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII))));
        addresses.forEach(address -> names.add(Der.implicit(IP_ADDRESS, address.getAddress())));
        return Der.sequence(
                critical(BASIC_CONSTRAINTS, Der.sequence()),
                critical(KEY_USAGE, Der.bits(7, new byte[] {DIGITAL_SIGNATURE})),
                Der.sequence(Der.oid(EXTENDED_KEY_USAGE), Der.octets(Der.sequence(Der.oid(SERVER_AUTH)))),
                Der.sequence(Der.oid(ALTERNATIVE_NAME), Der.octets(Der.sequence(names.toArray(byte[][]::new)))));
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value));
    }

    /** The loopback addresses, which are always among the names. */
    static List<InetAddress> loopback() {
        try {
            return List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Loopback addresses are literals", e);
        }
    }
}
