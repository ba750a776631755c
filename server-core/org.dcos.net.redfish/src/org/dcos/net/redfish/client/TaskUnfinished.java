package org.dcos.net.redfish.client;

import java.time.Duration;

/** The service does what it was asked for in its own time, and has not ended within the time one waits. */
public final class TaskUnfinished extends RedfishException {

    private static final long serialVersionUID = 1L;

    private final Duration waited;

    TaskUnfinished(RedfishTarget target, String task, Duration waited) {
        super("The BMC at %s has accepted the order and is not done with it after %d s (%s). Look again later."
                .formatted(target, waited.toSeconds(), task));
        this.waited = waited;
    }

    public Duration waited() {
        return waited;
    }
}
