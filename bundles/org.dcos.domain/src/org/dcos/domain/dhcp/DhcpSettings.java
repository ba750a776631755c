package org.dcos.domain.dhcp;

import java.time.Duration;
import java.util.List;

/**
 * What DHCP serves.
 *
 * @param serving        whether it serves at all
 * @param interfaces     names of the network interfaces that it answers on, and no other
 * @param networks       the recorded prefixes whose machines get addresses
 * @param classes        options of their own for some kinds of machines; what a later one says counts more
 * @param lease          how long a machine with a reserved address has it before it asks again
 * @param temporaryLease how long any other machine has its address: it is on its way to a place of its own
 * @param probing        whether an address is asked for on the wire before it is offered, so that none is given twice
 */
public record DhcpSettings(boolean serving, List<String> interfaces, List<ServedNetwork> networks,
        List<ClientClass> classes, Duration lease, Duration temporaryLease, boolean probing) {

    public static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
    public static final Duration LONGEST_LEASE = Duration.ofDays(365);

    /** Serves nothing. */
    public static final DhcpSettings DEFAULT = new DhcpSettings(false, List.of(), List.of(), List.of(),
            Duration.ofHours(12), Duration.ofMinutes(10), true);

    public DhcpSettings {
        interfaces = List.copyOf(interfaces);
        networks = List.copyOf(networks);
        classes = List.copyOf(classes);
    }

    public DhcpSettings withServing(boolean other) {
        return new DhcpSettings(other, interfaces, networks, classes, lease, temporaryLease, probing);
    }

    public DhcpSettings withNetworks(List<String> onInterfaces, List<ServedNetwork> others) {
        return new DhcpSettings(serving, onInterfaces, others, classes, lease, temporaryLease, probing);
    }
}
