package org.dcos.net.redfish.client;

import java.io.IOException;

/** A conversation with a Redfish service did not succeed; the message is a sentence for an operator. */
public abstract sealed class RedfishException extends IOException permits ServiceSilent, NotSent, NotRedfish,
        OtherCertificateShown, WrongLogin, RedfishRefused, NotOffered, ProtocolViolation, TaskUnfinished {

    private static final long serialVersionUID = 1L;

    RedfishException(String message) {
        super(message);
    }

    RedfishException(String message, Throwable cause) {
        super(message, cause);
    }
}
