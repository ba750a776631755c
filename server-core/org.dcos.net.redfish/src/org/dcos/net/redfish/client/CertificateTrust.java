package org.dcos.net.redfish.client;

/**
 * Decides about the certificate that a service shows. Services make their own certificates, so no authority and no name
 * in it says whose it is: what counts is that it is the same as last time. Asked on every new TLS session, before
 * anything is sent; must not block.
 */
@FunctionalInterface
public interface CertificateTrust {

    /** @return the fingerprint that has to be shown; {@code shown} itself trusts it on this first use */
    Fingerprint expected(RedfishTarget target, Fingerprint shown);
}
