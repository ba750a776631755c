package org.dcos.domain.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;

/**
 * A recorded prefix as DHCP needs it.
 *
 * @param container    whether it holds prefixes only, and no machines
 * @param ranges       the ranges of use DHCP within it, in order
 * @param reservations addresses of it that are recorded for a machine with a MAC
 * @param taken        other addresses of it that are recorded for something, so that nobody else gets them
 */
public record NetworkRecord(UUID prefix, Cidr cidr, boolean container, Optional<Address> gateway,
        List<AddressRange> ranges, List<Reservation> reservations, List<Address> taken) {

    public NetworkRecord {
        ranges = List.copyOf(ranges);
        reservations = List.copyOf(reservations);
        taken = List.copyOf(taken);
    }
}
