package org.dcos.domain.cmdb;

/** How far a relocation is. */
public enum RelocationState {
    /** Under way: it can go on, and it can be rolled back. */
    OPEN,
    /** All machines stand in their new places. */
    DONE,
    /** The records are as they were before. */
    ROLLED_BACK
}
