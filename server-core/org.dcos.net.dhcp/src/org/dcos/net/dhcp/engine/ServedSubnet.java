package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.subnet.Subnet;

/** A subnet with its reservations by owner and by address, and its pools. */
final class ServedSubnet {

    private final Subnet subnet;
    private final List<AddressPool> pools;
    private final Map<Reservation.Owner, Reservation> byOwner = new HashMap<>();
    private final Map<Inet4Address, Reservation> byAddress = new HashMap<>();

    ServedSubnet(Subnet subnet) {
        this.subnet = subnet;
        pools = subnet.pools().stream().map(AddressPool::new).toList();
        for (var one : subnet.reservations()) {
            byOwner.put(one.owner(), one);
            byAddress.put(one.address(), one);
        }
    }

    Subnet subnet() {
        return subnet;
    }

    List<AddressPool> pools() {
        return pools;
    }

    Optional<AddressPool> poolOf(Inet4Address address) {
        return pools.stream().filter(it -> it.pool().range().contains(address)).findFirst();
    }

    /** @param owners all that a client is known by, the most exact first */
    Optional<Reservation> reservationFor(List<Reservation.Owner> owners) {
        for (var owner : owners) {
            if (byOwner.get(owner) instanceof Reservation reservation) {
                return Optional.of(reservation);
            }
        }
        return Optional.empty();
    }

    Optional<Reservation> reservationOf(Inet4Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
