package org.dcos.domain.dhcp;

import java.util.Optional;

/**
 * Which leases are wanted.
 *
 * @param text    found in address, MAC, what the client told or what its relay told, without regard to case
 * @param state   only those in this state
 * @param network only those of the served network with this CIDR
 */
public record LeaseFilter(Optional<String> text, Optional<LeaseState> state, Optional<String> network) {

    public static final LeaseFilter ALL = new LeaseFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
