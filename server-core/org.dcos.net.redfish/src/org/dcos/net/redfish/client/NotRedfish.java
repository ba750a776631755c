package org.dcos.net.redfish.client;

/** Something answers there, and it is no Redfish service. */
public final class NotRedfish extends RedfishException {

    private static final long serialVersionUID = 1L;

    NotRedfish(RedfishTarget target, String detail) {
        super("What answers at %s is no Redfish service: %s.".formatted(target, detail));
    }

    NotRedfish(RedfishTarget target, String detail, Throwable cause) {
        super("What answers at %s is no Redfish service: %s.".formatted(target, detail), cause);
    }
}
