package org.dcos.domain.cmdb;

/** How an address is used; QUARANTINED was given back and waits until the wire has been silent. */
public enum AddressState {
    ASSIGNED, RESERVED, DHCP, QUARANTINED
}
