package org.dcos.net.ipmi.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Rmcp;

/**
 * A controller and how to log in to it.
 *
 * @param address   resolved address and port
 * @param suites    cipher suites that may be used, the preferred one first; only 3 and 17
 * @param privilege highest level that sessions ask for
 */
public record BmcTarget(InetSocketAddress address, Credential credential, List<CipherSuite> suites,
        PrivilegeLevel privilege) {

    /** Suite 17 where the controller has it, else 3. */
    public static final List<CipherSuite> PREFERRED_SUITES = List.of(CipherSuite.SUITE_17, CipherSuite.SUITE_3);

    public BmcTarget {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("address of BMC %s is not resolved".formatted(address));
        }
        suites = List.copyOf(suites);
        if (suites.isEmpty() || !suites.stream().allMatch(CipherSuite::isSpoken)) {
            throw new IllegalArgumentException("cipher suites %s, may be 3 and 17 only".formatted(suites));
        }
    }

    /** Port 623, both suites, administrator. */
    public static BmcTarget of(InetAddress address, Credential credential) {
        return new BmcTarget(new InetSocketAddress(address, Rmcp.PORT), credential, PREFERRED_SUITES,
                PrivilegeLevel.ADMINISTRATOR);
    }

    /** "10.0.0.5:623". */
    String where() {
        return where(address);
    }

    static String where(InetSocketAddress address) {
        return "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    }
}
