package org.dcos.net.redfish.client;

/** What the service sent breaks the specification. */
public final class ProtocolViolation extends RedfishException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    public ProtocolViolation(RedfishTarget target, String detail, Throwable cause) {
        super("The BMC at %s answers what is no Redfish: %s.".formatted(target, detail), cause);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
