package org.dcos.net.dhcp.subnet;

import java.time.Duration;

/**
 * How much a server remembers for those who ask, many or malicious as they may be.
 *
 * @param openOffers  addresses held for clients that have not taken them yet; then the oldest offer ends
 * @param offerHold   how long an address is held for a client
 * @param perHardware addresses that one hardware address may have under different client identifiers
 * @param quarantine  how long an address is not given away after a client, or a probe, found it in use
 * @param declines    addresses that one hardware address may put into quarantine at a time
 */
public record Limits(int openOffers, Duration offerHold, int perHardware, Duration quarantine, int declines) {

    public static final Limits DEFAULT = new Limits(65_536, Duration.ofSeconds(60), 8, Duration.ofHours(1), 4);

    public Limits {
        if (openOffers < 1 || perHardware < 1 || declines < 0 || !offerHold.isPositive() || quarantine.isNegative()) {
            throw new IllegalArgumentException(("limits of %d open offers for %d s, %d addresses of one client, %d "
                    + "declines: at least 1, 1 s, 1 and 0 are needed").formatted(openOffers, offerHold.toSeconds(),
                            perHardware, declines));
        }
    }
}
