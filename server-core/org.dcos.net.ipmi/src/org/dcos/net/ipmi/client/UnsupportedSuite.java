package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.dcos.net.ipmi.wire.CipherSuite;

/** The BMC and the credential have no cipher suite in common. */
public final class UnsupportedSuite extends IpmiException {

    private static final long serialVersionUID = 1L;

    UnsupportedSuite(InetSocketAddress address, List<CipherSuite> offered) {
        super(address, ("it accepts none of the cipher suites %s. Enable one of them in the BMC's IPMI settings; "
                + "weaker suites are never used.").formatted(
                        offered.stream().map(suite -> Integer.toString(suite.id())).collect(Collectors.joining(", "))));
    }
}
