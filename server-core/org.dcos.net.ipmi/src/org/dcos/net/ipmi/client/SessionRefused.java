package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import org.dcos.net.ipmi.wire.RakpStatus;

/** The BMC opens no session for a reason other than password and cipher suite: no free one, or the role is too high. */
public final class SessionRefused extends IpmiException {

    private static final long serialVersionUID = 1L;

    private final int status;

    SessionRefused(InetSocketAddress address, int status) {
        super(address, "the session was refused: %s. %s".formatted(RakpStatus.textOf(status), advice(status)));
        this.status = status;
    }

    /** {@link RakpStatus} code. */
    public int status() {
        return status;
    }

    private static String advice(int status) {
        return status == RakpStatus.INSUFFICIENT_RESOURCES.code()
                || status == RakpStatus.INSUFFICIENT_RESOURCES_FOR_ROLE.code()
                        ? "Close other IPMI sessions, or wait a minute until the BMC ends forgotten ones."
                        : "Check which privilege level the account may have on the LAN channel.";
    }
}
