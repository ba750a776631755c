package org.dcos.domain.ip;

import java.util.UUID;

/**
 * How the addresses of a network are used; each is counted once. Numbers beyond 2^63-1 are told as 2^63-1.
 *
 * @param size        of the network
 * @param divided     addresses in the networks below it
 * @param assigned    to a device or port
 * @param reserved    by themselves, in ranges, or for the gateway
 * @param dhcp        in ranges for DHCP, or by themselves
 * @param quarantined given back, not free yet
 * @param free        what can be given out next: addresses, or of a container the space for networks
 */
public record Utilisation(UUID prefix, String cidr, long size, long divided, long assigned, long reserved, long dhcp,
        long quarantined, long free) {}
