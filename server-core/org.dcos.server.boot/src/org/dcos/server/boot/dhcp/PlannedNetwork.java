package org.dcos.server.boot.dhcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.ip.AddressRange;
import org.dcos.net.dhcp.subnet.Subnet;

/**
 * A network as it is to be served.
 *
 * @param cidr    as recorded; empty where the prefix is recorded no more
 * @param pools   what is given away to anybody
 * @param reservations by MAC
 * @param subnet  for the engine; empty where it cannot be served
 * @param trouble why it is not, or not well
 */
record PlannedNetwork(ServedNetwork settings, String cidr, List<AddressRange> pools,
        Map<String, Reservation> reservations,
        Optional<Subnet> subnet, Optional<Trouble> trouble) {

    PlannedNetwork {
        pools = List.copyOf(pools);
        reservations = Map.copyOf(reservations);
    }

    boolean isReserved(String mac, String address) {
        return Optional.ofNullable(reservations.get(mac)).filter(it -> it.address().equals(address)).isPresent();
    }

    static PlannedNetwork refused(ServedNetwork settings, String cidr, Trouble trouble) {
        return new PlannedNetwork(settings, cidr, List.of(), Map.of(), Optional.empty(), Optional.of(trouble));
    }
}
