package org.dcos.domain.status;

/** Whether the BMC answers. NO_BMC: none is known for this server. */
public enum Reachability {
    NO_BMC, UNKNOWN, REACHABLE, UNREACHABLE
}
