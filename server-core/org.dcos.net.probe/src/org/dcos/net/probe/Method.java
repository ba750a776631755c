package org.dcos.net.probe;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** A way to ask an address, the surest first. */
public enum Method {

    /** On the Ethernet itself (RFC 826, RFC 5227): no host that uses the address there can keep silent. */
    ARP,

    /** Neighbour solicitation on the Ethernet itself (RFC 4861 §7.2), which is ARP for IPv6. */
    NDP,

    /** ICMP echo (RFC 792, RFC 4443): answered by every host (RFC 1122 §3.2.2.6) whose firewall lets it. */
    ICMP_ECHO,

    /** TCP connections to some ports (RFC 9293 §3.5): accepted or refused, something is there. */
    TCP_CONNECT;

    /** Whether addresses of this family can be asked so. */
    boolean asks(InetAddress address) {
        return switch (this) {
            case ARP -> address instanceof Inet4Address;
            case NDP -> address instanceof Inet6Address;
            case ICMP_ECHO, TCP_CONNECT -> true;
        };
    }
}
