package org.dcos.net.redfish.client;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Hands what a service shows to a {@link CertificateTrust}; one context serves all services. */
final class PinnedTrust extends X509ExtendedTrustManager {

    private final CertificateTrust trust;

    /** Carries what was shown out of the handshake. */
    static final class OtherCertificate extends CertificateException {
        private static final long serialVersionUID = 1L;
        private final transient Fingerprint shown;
        private final transient Fingerprint expected;

        OtherCertificate(Fingerprint shown, Fingerprint expected) {
            super("certificate " + shown + " in place of " + expected);
            this.shown = shown;
            this.expected = expected;
        }

        Fingerprint shown() {
            return shown;
        }

        Fingerprint expected() {
            return expected;
        }
    }

    private PinnedTrust(CertificateTrust trust) {
        this.trust = trust;
    }

    static SSLContext context(CertificateTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedTrust(trust)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0]);
        Fingerprint expected = trust.expected(new RedfishTarget(engine.getPeerHost(), engine.getPeerPort()), shown);
        if (!shown.equals(expected)) {
            throw new OtherCertificate(shown, expected);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("Not by sockets");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Not without knowing whose it is");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Only a client's side is here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("Only a client's side is here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Only a client's side is here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
