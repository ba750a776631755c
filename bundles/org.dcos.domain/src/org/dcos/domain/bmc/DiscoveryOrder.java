package org.dcos.domain.bmc;

import java.util.List;

import org.dcos.domain.Secret;

/**
 * Where to look for BMCs, and with which logins.
 *
 * @param ranges addresses, one a line: {@code 10.1.2.3}, {@code 10.1.2.10-10.1.3.20}, {@code 10.1.2.0/24}; at most
 *               {@link #MAX_ADDRESSES} in all
 * @param port   UDP port for the ranges, 623 by default
 * @param logins tried in their order on each BMC of the ranges; at most 5, so that no account is locked
 * @param known  BMCs with a login of their own, as a maker's list gives them
 */
public record DiscoveryOrder(List<String> ranges, int port, List<Login> logins, List<KnownBmc> known) {

    public static final int MAX_ADDRESSES = 65_536;
    public static final int DEFAULT_PORT = 623;

    public DiscoveryOrder {
        ranges = List.copyOf(ranges);
        logins = List.copyOf(logins);
        known = List.copyOf(known);
    }

    public record Login(String user, Secret password) {}

    public record KnownBmc(String address, int port, String user, Secret password) {}
}
