package org.dcos.net.dhcp.lease;

/** What is remembered of an address. That it is offered is remembered elsewhere, and shortly. */
public enum LeaseState {
    /** A client has it. */
    BOUND(1),
    /** A client had it until its time was over, and gets it again if it is still free. */
    EXPIRED(2),
    /** A client had it and gave it back. */
    RELEASED(3),
    /** It is in use by somebody who did not get it here: a client, or a probe, found out. */
    DECLINED(4);

    private final int code;

    LeaseState(int code) {
        this.code = code;
    }

    /** For records on disk. */
    public int code() {
        return code;
    }
}
