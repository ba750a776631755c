package org.dcos.net.probe;

/** A way to ask an address, the surest first. */
public enum Method {

    /** On the Ethernet itself (RFC 826, RFC 5227): no host that uses the address there can keep silent. */
    ARP,

    /** ICMP echo (RFC 792): answered by every host (RFC 1122 §3.2.2.6) whose firewall lets it. */
    ICMP_ECHO,

    /** TCP connections to some ports (RFC 9293 §3.5): accepted or refused, something is there. */
    TCP_CONNECT
}
