package org.dcos.net.probe.wire;

import java.io.IOException;

/** What came from the network is not a packet of the kind that was looked for. */
public final class MalformedPacket extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedPacket(String message) {
        super(message);
    }
}
