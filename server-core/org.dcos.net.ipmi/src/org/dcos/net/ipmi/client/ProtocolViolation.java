package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;

/** What the BMC sends is not IPMI as specified. */
public final class ProtocolViolation extends IpmiException {

    private static final long serialVersionUID = 1L;

    private final String what;

    ProtocolViolation(InetSocketAddress address, String what) {
        super(address, ("it does not answer as the IPMI specification says (%s). Check that a BMC is behind the "
                + "address, and for a firmware update.").formatted(what));
        this.what = what;
    }

    /** What breaks the specification. */
    public String detail() {
        return what;
    }
}
