package org.dcos.net.redfish.client;

/** The service has nothing by which this could be asked for; nothing was sent. */
public final class NotOffered extends RedfishException {

    private static final long serialVersionUID = 1L;

    public NotOffered(RedfishTarget target, String what) {
        super("The BMC at %s offers no %s over Redfish.".formatted(target, what));
    }
}
