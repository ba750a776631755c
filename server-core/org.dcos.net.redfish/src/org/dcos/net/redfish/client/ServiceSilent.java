package org.dcos.net.redfish.client;

import java.time.Duration;

/** No connection, or no whole answer in time. */
public final class ServiceSilent extends RedfishException {

    private static final long serialVersionUID = 1L;

    private final int tries;
    private final Duration waited;
    private final boolean outcomeUnknown;

    ServiceSilent(RedfishTarget target, int tries, Duration waited, boolean outcomeUnknown, Throwable cause) {
        super(("The BMC at %s does not answer over HTTPS (%d %s, %.1f s). Check its cable and address%s").formatted(
                target, tries, tries == 1 ? "try" : "tries", waited.toMillis() / 1000.0,
                outcomeUnknown ? "; what was asked for last may have been done all the same." : "."), cause);
        this.tries = tries;
        this.waited = waited;
        this.outcomeUnknown = outcomeUnknown;
    }

    public int tries() {
        return tries;
    }

    public Duration waited() {
        return waited;
    }

    /** Whether what was asked for may have been done. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
