package org.dcos.domain.cmdb;

/** Whether a cable is there. */
public enum CableState {
    PLANNED, CONNECTED, DECOMMISSIONED
}
