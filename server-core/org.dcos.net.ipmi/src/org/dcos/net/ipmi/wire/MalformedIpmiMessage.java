package org.dcos.net.ipmi.wire;

import java.io.IOException;

/** Bytes from the network that are not what the specification says they should be; expected, and never fatal. */
public class MalformedIpmiMessage extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedIpmiMessage(String message) {
        super(message);
    }
}
