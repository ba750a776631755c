package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dcos.net.dhcp.wire.Options;

/**
 * All that a server is told.
 *
 * @param interfaces    those that it answers on, with its own address there, by which clients name it
 * @param classes       in the order of their weight: what a later one says counts more
 * @param options       for everybody who asks for them
 * @param leaseQueriers relays that may ask who has an address (RFC 4388 §7)
 * @param probing       whether an address is asked for on its network before it is offered (RFC 2131 §2.2)
 */
public record Configuration(Map<String, Inet4Address> interfaces, List<Subnet> subnets, List<ClientClass> classes,
        Options options, Limits limits, Set<Inet4Address> leaseQueriers, boolean probing) {

    public Configuration {
        interfaces = Map.copyOf(interfaces);
        subnets = List.copyOf(subnets);
        classes = List.copyOf(classes);
        leaseQueriers = Set.copyOf(leaseQueriers);
        var names = new HashSet<String>();
        for (int i = 0; i < subnets.size(); i++) {
            var subnet = subnets.get(i);
            if (!names.add(subnet.name())) {
                throw new IllegalArgumentException("two subnets of the name %s".formatted(subnet.name()));
            }
            for (var other : subnets.subList(0, i)) {
                if (subnet.network().overlaps(other.network())) {
                    throw new IllegalArgumentException("the subnets %s, %s, and %s, %s, overlap".formatted(
                            subnet.name(), subnet.network(), other.name(), other.network()));
                }
            }
            for (var attached : subnet.networkInterface().stream().toList()) {
                if (!interfaces.containsKey(attached)) {
                    throw new IllegalArgumentException(
                            "subnet %s is attached to %s, which is not served: add it to the "
                                    .formatted(subnet.name(), attached) + "interfaces");
                }
            }
        }
    }

    /** Subnets on interfaces, all else as by default, without probing. */
    public static Configuration of(Map<String, Inet4Address> interfaces, Subnet... subnets) {
        return new Configuration(interfaces, List.of(subnets), List.of(), Options.NONE, Limits.DEFAULT, Set.of(),
                false);
    }

    public Configuration withClasses(ClientClass... others) {
        return new Configuration(interfaces, subnets, List.of(others), options, limits, leaseQueriers, probing);
    }

    public Configuration withLimits(Limits others) {
        return new Configuration(interfaces, subnets, classes, options, others, leaseQueriers, probing);
    }

    public Configuration withLeaseQueriers(Inet4Address... others) {
        return new Configuration(interfaces, subnets, classes, options, limits, Set.of(others), probing);
    }

    public Configuration withProbing(boolean other) {
        return new Configuration(interfaces, subnets, classes, options, limits, leaseQueriers, other);
    }
}
