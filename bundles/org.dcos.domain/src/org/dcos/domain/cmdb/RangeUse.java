package org.dcos.domain.cmdb;

/** What a range of addresses is for. */
public enum RangeUse {
    DHCP, RESERVED
}
