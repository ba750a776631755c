package org.dcos.domain.cmdb;

/** What is done to each machine that is relocated, in this order. */
public enum RelocationAction {
    /** An active machine is in maintenance from now on. */
    POWER_OFF,
    /** Cables that do not reach the new place are taken off the records, the others wait there. */
    UNPLUG,
    /** Out of the old rack; its place there is kept until the end. */
    CARRY,
    /** Into the new rack, where its place was kept. */
    MOUNT,
    /** The cables that waited are connected again. */
    CABLE,
    /** What was active before is so again. */
    POWER_ON
}
