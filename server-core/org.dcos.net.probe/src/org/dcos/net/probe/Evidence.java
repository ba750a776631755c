package org.dcos.net.probe;

import java.time.Duration;
import java.util.Optional;
import org.dcos.net.probe.wire.MacAddress;

/** What shows that something uses an address. */
public sealed interface Evidence {

    /** It speaks ARP for the address, or is about to take it: it probes for the same one (RFC 5227 §2.1.1). */
    record Arp(MacAddress hardware) implements Evidence {}

    /** It told on the Ethernet that it has the address, and by which hardware if it said so (RFC 4861 §4.4). */
    record Neighbour(Optional<MacAddress> hardware) implements Evidence {}

    /** It answered an ICMP echo so long after that was sent. */
    record Echo(Duration roundTrip) implements Evidence {}

    /**
     * It refused an ICMP echo by an ICMP error from its own address, as firewalls of hosts do (RFC 792; RFC 1812
     * §5.2.7.1; RFC 4443 §3.1).
     */
    record EchoRefused(int type, int code) implements Evidence {}

    /**
     * It accepted a connection to the port or refused it. A firewall on the way may refuse in the name of a host that
     * is not there.
     */
    record Tcp(int port, boolean accepted) implements Evidence {}
}
