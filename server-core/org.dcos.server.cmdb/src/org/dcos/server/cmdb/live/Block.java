package org.dcos.server.cmdb.live;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;

/**
 * A network under which recorded addresses are found together: a /24, or a /64 of IPv6.
 *
 * @param vrf the routing table; empty: the global one
 */
public record Block(Optional<UUID> vrf, Cidr network) {

    private static final long MOST = 1 << 16;

    static Optional<Block> of(IpAddress address) {
        try {
            return Optional.of(new Block(address.vrf(), around(Address.parse(address.address()))));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // told by the rules
        }
    }

    private static Cidr around(Address address) {
        return Cidr.around(address, length(address.family()));
    }

    private static int length(IpFamily family) {
        return family == IpFamily.IPV4 ? 24 : 64;
    }

    /** The recorded addresses within a network, in no order. */
    public static Stream<IpAddress> addresses(View view, Optional<UUID> vrf, Cidr network) {
        int length = length(network.family());
        if (network.length() >= length) {
            return at(view, new Block(vrf, around(network.first()))).filter(a -> inside(a, network));
        }
        if (network.partCount(length) > MOST) {
            return view.all(IpAddress.class).filter(a -> a.vrf().equals(vrf) && inside(a, network));
        }
        return network.split(length).flatMap(part -> at(view, new Block(vrf, part)));
    }

    private static boolean inside(IpAddress address, Cidr network) {
        Address at = Address.parse(address.address());
        return at.family() == network.family() && network.contains(at);
    }

    private static Stream<IpAddress> at(View view, Block block) {
        return view.items(new Key(Key.By.BLOCK, block)).map(IpAddress.class::cast);
    }
}
