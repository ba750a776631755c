package org.dcos.domain.cmdb;

/** How a prefix is used: CONTAINER holds other prefixes only. */
public enum PrefixState {
    CONTAINER, ACTIVE, RESERVED, DEPRECATED
}
