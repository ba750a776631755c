package org.dcos.net.redfish.json;

import java.io.IOException;

/** What came is no JSON, is more than is taken, or lacks what has to be there; the message says where. */
public final class MalformedJson extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedJson(String message) {
        super(message);
    }

    public MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
