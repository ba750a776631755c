package org.dcos.domain.bmc;

import java.time.Instant;
import java.util.Optional;

/**
 * By what one speaks with a BMC, as it was found when it was recognised.
 *
 * @param address as in {@link Bmc}
 * @param port    as in {@link Bmc}: the UDP port of IPMI
 * @param redfish its Redfish service, which is then preferred; empty: there was none, IPMI is spoken
 * @param asked   when it was asked for one
 */
public record BmcProtocol(String address, int port, Optional<Redfish> redfish, Instant asked) {

    /**
     * @param port        TCP port
     * @param certificate SHA-256 of the certificate it showed first, which it has to show from then on
     */
    public record Redfish(int port, String certificate) {}
}
