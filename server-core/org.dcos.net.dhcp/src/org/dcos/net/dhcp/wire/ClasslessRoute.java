package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A static route with the length of its prefix (RFC 3442).
 *
 * @param prefixLength 0 to 32; 0 is the default route
 * @param router       0.0.0.0 where the destination is on the client's own link
 */
public record ClasslessRoute(Inet4Address destination, int prefixLength, Inet4Address router) {

    private static final int LONGEST = 32;

    public ClasslessRoute {
        if (prefixLength < 0 || prefixLength > LONGEST) {
            throw new IllegalArgumentException("a prefix of %d bits, 0 to 32 are possible".formatted(prefixLength));
        }
        destination = Ipv4.address(Ipv4.bits(destination) & Ipv4.mask(prefixLength));
    }

    /** Octets of the destination that are sent: those that matter. */
    private static int significant(int prefixLength) {
        return (prefixLength + 7) / 8;
    }

    static byte[] encode(List<ClasslessRoute> routes) {
        var out = ByteBuffer.allocate(routes.size() * (1 + 2 * Ipv4.LENGTH));
        for (var route : routes) {
            out.put((byte) route.prefixLength);
            out.put(route.destination.getAddress(), 0, significant(route.prefixLength));
            out.put(route.router.getAddress());
        }
        var encoded = new byte[out.position()];
        out.flip().get(encoded);
        return encoded;
    }

    /** Empty where the octets are no list of routes. */
    static Optional<List<ClasslessRoute>> decode(byte[] payload) {
        var routes = new ArrayList<ClasslessRoute>();
        var in = ByteBuffer.wrap(payload);
        while (in.hasRemaining()) {
            int prefixLength = in.get() & 0xFF;
            if (prefixLength > LONGEST || in.remaining() < significant(prefixLength) + Ipv4.LENGTH) {
                return Optional.empty();
            }
            var destination = new byte[Ipv4.LENGTH];
            in.get(destination, 0, significant(prefixLength));
            var router = new byte[Ipv4.LENGTH];
            in.get(router);
            routes.add(new ClasslessRoute(Ipv4.at(destination, 0), prefixLength, Ipv4.at(router, 0)));
        }
        return routes.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(routes));
    }
}
