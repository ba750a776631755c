package org.dcos.domain.bringup;

/** How far a server has come on its way into the pool. */
public enum Stage {
    /** Its BMC asked for an address. */
    SEEN,
    /** It told who it is, and which planned server that is. */
    IDENTIFIED,
    /** It is what was bought, has its own password and address, and nothing open that should not be: "powered". */
    ACCEPTED,
    /** It passed its checks and is in the pool. */
    AVAILABLE
}
