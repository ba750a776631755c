package org.dcos.client.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.dcos.wire.Fingerprint;

/**
 * Trusts exactly one certificate, by its SHA-256. Names in it do not matter: a server-core makes its own certificate
 * and is reached by whatever address the network gives it. Without a pin it trusts none and tells the fingerprint it
 * saw.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private final Optional<Fingerprint> pinned;

    private PinnedTrust(Optional<Fingerprint> pinned) {
        this.pinned = pinned;
    }

    /** A TLS context that trusts this certificate alone. */
    static SSLContext context(Optional<Fingerprint> pinned) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new PinnedTrust(pinned)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS 1.3", e);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0]);
        if (pinned.isEmpty() || !pinned.get().equals(shown)) {
            throw new CertificateRefused(shown, pinned);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
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
