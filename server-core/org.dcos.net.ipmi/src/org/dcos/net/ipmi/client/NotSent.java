package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;

/** The request never left: the client is closed, or too many requests already wait for this BMC. */
public final class NotSent extends IpmiException {

    private static final long serialVersionUID = 1L;

    NotSent(InetSocketAddress address, String why) {
        super(address, "the request was not sent: " + why);
    }
}
