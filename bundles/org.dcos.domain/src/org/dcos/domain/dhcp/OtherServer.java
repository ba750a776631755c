package org.dcos.domain.dhcp;

import java.time.Instant;

/**
 * Somebody else who gives addresses away on a network.
 *
 * @param address by which it names itself
 * @param mac     of the machine that answered: the server or a relay; empty where it is not known
 * @param offered the address that it would give; empty where it is not known
 * @param since   when it was first seen
 * @param seen    when it was last seen
 */
public record OtherServer(String address, String mac, String offered, Instant since, Instant seen) {}
