package org.dcos.net.redfish.client;

/** Who goes first when several wait for the same service. */
public enum Urgency {
    /** A person waits for the answer. */
    OPERATOR,
    /** Polling; gives way between two requests. */
    ROUTINE
}
