package org.dcos.net.redfish.client;

/** The request never left this machine: too many wait for this service, or the client is closed. */
public final class NotSent extends RedfishException {

    private static final long serialVersionUID = 1L;

    NotSent(RedfishTarget target) {
        super("Nothing was sent to the BMC at %s: too many wait for it already, or this server-core is stopping."
                .formatted(target));
    }
}
