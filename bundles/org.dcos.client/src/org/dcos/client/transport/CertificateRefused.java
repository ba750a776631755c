package org.dcos.client.transport;

import java.security.cert.CertificateException;
import java.util.Optional;

import org.dcos.wire.Fingerprint;

/** The server-core shows a certificate that is not the one pinned, or none is pinned yet. */
public final class CertificateRefused extends CertificateException {

    private static final long serialVersionUID = 1L;
    private final transient Fingerprint shown;
    private final transient Optional<Fingerprint> pinned;

    CertificateRefused(Fingerprint shown, Optional<Fingerprint> pinned) {
        super(pinned.isEmpty()
                ? "The certificate with fingerprint %s is not known yet.".formatted(shown)
                : "The certificate changed: it was %s and now is %s.".formatted(pinned.get(), shown));
        this.shown = shown;
        this.pinned = pinned;
    }

    /** Of the certificate that was shown. */
    public Fingerprint shown() {
        return shown;
    }

    /** Of the one that was expected; empty at first contact. */
    public Optional<Fingerprint> pinned() {
        return pinned;
    }

    /** Finds one behind the exception that the TLS layer made of it. */
    public static Optional<CertificateRefused> in(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
