package org.dcos.domain.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recorded prefix whose machines get addresses. Its gateway is the prefix's; what is given away are the recorded
 * ranges of use DHCP within it.
 *
 * @param prefix        an IPv4 prefix
 * @param attachedTo    the network interface that it is on; empty where its machines are reached through relays only
 * @param relays        addresses of its relays that are not of the prefix itself
 * @param nameServers   addresses, the best first
 * @param timeServers   addresses, the best first
 * @param domain        may be empty
 * @param authoritative whether a machine with an address that is wrong here is told so; not where another server serves
 *                      the network as well
 */
public record ServedNetwork(UUID prefix, Optional<String> attachedTo, List<String> relays, List<String> nameServers,
        List<String> timeServers, String domain, boolean authoritative) {

    public ServedNetwork {
        relays = List.copyOf(relays);
        nameServers = List.copyOf(nameServers);
        timeServers = List.copyOf(timeServers);
    }

    /** Attached, with nothing but what the prefix tells. */
    public static ServedNetwork attached(UUID prefix, String interfaceName) {
        return new ServedNetwork(prefix, Optional.of(interfaceName), List.of(), List.of(), List.of(), "", true);
    }

    /** Behind relays. */
    public static ServedNetwork relayed(UUID prefix) {
        return new ServedNetwork(prefix, Optional.empty(), List.of(), List.of(), List.of(), "", true);
    }
}
