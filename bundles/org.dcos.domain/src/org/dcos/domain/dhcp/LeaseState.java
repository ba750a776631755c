package org.dcos.domain.dhcp;

/** What is remembered of an address. */
public enum LeaseState {
    /** The machine has it. */
    BOUND,
    /** Its time was over. It gets it again if it is still free. */
    EXPIRED,
    /** It gave it back, or somebody released it here. */
    RELEASED,
    /** Somebody uses it who did not get it here, as this machine or a probe found out. */
    BARRED
}
