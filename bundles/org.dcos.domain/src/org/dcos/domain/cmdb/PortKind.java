package org.dcos.domain.cmdb;

/** What a port is for. */
public enum PortKind {
    NETWORK, POWER_INLET, POWER_OUTLET, CONSOLE, CONSOLE_SERVER, FRONT, REAR
}
