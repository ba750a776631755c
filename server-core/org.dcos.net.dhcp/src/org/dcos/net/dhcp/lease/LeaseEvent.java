package org.dcos.net.dhcp.lease;

import java.time.Instant;

/** Something happened to a lease; the lease is as it is after that. */
public record LeaseEvent(Kind kind, Lease lease, Instant at) {

    /** What happened. */
    public enum Kind {
        /** A client got the address. */
        BOUND,
        /** The client that has it goes on having it. */
        RENEWED,
        /** Its time was over. */
        EXPIRED,
        /** The client gave it back. */
        RELEASED,
        /** The client found it in use by another. */
        DECLINED,
        /** A probe found it in use before it was offered to the client. */
        CONFLICT
    }

    /** Whether it has to be on disk; what is expired is seen by its time. */
    public boolean isDurable() {
        return kind != Kind.EXPIRED;
    }
}
