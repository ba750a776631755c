package org.dcos.net.dhcp.wire;

import java.io.IOException;

/** What came from the network is no DHCP message. */
public final class MalformedMessage extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedMessage(String message) {
        super(message);
    }
}
