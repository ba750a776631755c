package org.dcos.server.cmdb.ip;

/** What an address is in an {@link AddressPool}; only what is {@link #FREE} is given out. */
public enum Standing {

    FREE,
    /** Somebody has it. */
    USED,
    /** The router of the network. */
    GATEWAY,
    /** In a range that is kept back, such as one for DHCP. */
    RESERVED,
    /** The lowest address of an IPv4 network, which names the network itself. */
    NETWORK,
    /** The highest address of an IPv4 network, which all its hosts hear. */
    BROADCAST,
    /** The lowest address of an IPv6 network, which every router of it answers (RFC 4291 §2.6.1). */
    SUBNET_ROUTER_ANYCAST,
    /** Not an address of the network. */
    OUTSIDE
}
