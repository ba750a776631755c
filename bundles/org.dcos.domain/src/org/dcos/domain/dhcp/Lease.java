package org.dcos.domain.dhcp;

import java.time.Instant;

/**
 * An address and the machine that has it, or had it.
 *
 * @param mac           lower case with colons
 * @param granted       when the machine got the address
 * @param heard         when it last asked for it
 * @param until         when the lease ends, or the address is no longer barred
 * @param reserved      whether the address is for this machine alone; else the lease is a temporary one
 * @param network       CIDR of the served network
 * @param interfaceName by which the machine is reached; empty where it is behind a relay
 */
public record Lease(String address, String mac, DhcpClient client, LeaseState state, Instant granted, Instant heard,
        Instant until, boolean reserved, String network, String interfaceName) {}
