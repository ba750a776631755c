package org.dcos.net.dhcp.socket;

import java.io.IOException;

/** The system refused a call on a socket. */
public final class SocketFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final int error;

    SocketFailed(String call, int error) {
        super("%s: %s".formatted(call, Linux.describe(error)));
        this.error = error;
    }

    /** Whether another program has the port (EADDRINUSE). */
    public boolean taken() {
        return error == Linux.EADDRINUSE;
    }

    /** Whether this process may not open such a socket (EPERM, EACCES), as opposed to what is wrong otherwise. */
    public boolean forbidden() {
        return error == Linux.EPERM || error == Linux.EACCES;
    }
}
