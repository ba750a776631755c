package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;

/** The BMC does not know the user, or user and password do not belong together, or the BMC key (KG) is another. */
public final class WrongPassword extends IpmiException {

    private static final long serialVersionUID = 1L;

    WrongPassword(InetSocketAddress address, String detail) {
        super(address, ("login failed: %s. Correct the account in the BMC's credential; repeated tries may lock it.")
                .formatted(detail));
    }
}
