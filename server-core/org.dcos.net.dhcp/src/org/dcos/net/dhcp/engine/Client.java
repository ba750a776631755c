package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.subnet.ClientClass;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.RelayInformation;

/**
 * Who asks, and what is known of it.
 *
 * @param identifier of this server, as this client knows it
 * @param subnets    in which the client is
 * @param owners     all that reservations know it by
 * @param classes    that it is of
 */
record Client(Message message, Arrival arrival, ClientKey key, Inet4Address identifier, List<ServedSubnet> subnets,
        List<Reservation.Owner> owners, List<ClientClass> classes) {

    static Client of(Message message, Arrival arrival, ClientKey key, Configuration configuration,
            List<ServedSubnet> subnets) {
        var own = configuration.interfaces().getOrDefault(arrival.networkInterface(), Ipv4.NONE);
        return new Client(message, arrival, key, relayInformation(message)
                .flatMap(it -> it.address(RelayInformation.SERVER_IDENTIFIER_OVERRIDE)).orElse(own), subnets,
                Reservation.Owner.of(message),
                configuration.classes().stream().filter(it -> it.has(message)).toList());
    }

    static Optional<RelayInformation> relayInformation(Message message) {
        return message.options().find(LeaseOption.RelayAgent.class).map(LeaseOption.RelayAgent::information);
    }

    Set<String> classNames() {
        return classes.stream().map(ClientClass::name).collect(Collectors.toSet());
    }

    Optional<Inet4Address> requested() {
        return option(LeaseOption.RequestedAddress.class).map(LeaseOption.RequestedAddress::address);
    }

    <T extends DhcpOption> Optional<T> option(Class<T> type) {
        return message.options().find(type);
    }

    boolean has(Lease lease) {
        return lease.client().equals(key);
    }

    /** Where the answer goes, unless it is a refusal. */
    Destination destination(Inet4Address yours) {
        if (!Ipv4.isNone(message.relay())) {
            return new Destination.Relay(message.relay());
        }
        if (!Ipv4.isNone(message.clientAddress())) {
            return new Destination.Host(message.clientAddress());
        }
        return message.broadcast() || !message.hardware().isEthernet() ? new Destination.Everybody()
                : new Destination.Newcomer(yours, message.hardware());
    }
}
