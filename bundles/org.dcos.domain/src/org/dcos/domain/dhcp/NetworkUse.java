package org.dcos.domain.dhcp;

import java.util.Optional;
import java.util.UUID;

/**
 * How full a served network is.
 *
 * @param attachedTo the network interface; empty: behind relays
 * @param pool       addresses of its ranges
 * @param leased     of these, how many somebody has
 * @param barred     of these, how many are in use by somebody who did not get them here
 * @param reserved   addresses for one machine alone, in a range or not
 * @param trouble    why it is not served, or not well; empty when all is well
 */
public record NetworkUse(UUID prefix, String cidr, Optional<String> attachedTo, long pool, long leased, long barred,
        long reserved, String trouble) {}
