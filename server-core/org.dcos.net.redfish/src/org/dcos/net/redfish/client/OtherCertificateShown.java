package org.dcos.net.redfish.client;

/** The service shows another certificate than before: it got a new one, or it is not the one it was. */
public final class OtherCertificateShown extends RedfishException {

    private static final long serialVersionUID = 1L;

    private final transient Fingerprint shown;
    private final transient Fingerprint expected;

    OtherCertificateShown(RedfishTarget target, Fingerprint shown, Fingerprint expected, Throwable cause) {
        super(("The BMC at %s shows another certificate than before (SHA-256 %s, was %s); no password was sent. "
                + "If it was reset or got a new certificate, forget the BMC and discover it again; if not, find out "
                + "what answers at its address.").formatted(target, shown, expected), cause);
        this.shown = shown;
        this.expected = expected;
    }

    public Fingerprint shown() {
        return shown;
    }

    public Fingerprint expected() {
        return expected;
    }
}
