package org.dcos.server.cmdb.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.NotFound;
import org.dcos.server.cmdb.ip.AddressPool;
import org.dcos.server.cmdb.ip.AddressSet;
import org.dcos.server.cmdb.live.Block;
import org.dcos.server.cmdb.live.View;

/**
 * What lies in a recorded network at one moment.
 *
 * @param children the networks directly below it, in order
 * @param ranges   the ranges that share addresses with it, in order
 */
record Space(View view, Prefix prefix, Cidr cidr, List<Prefix> children, List<IpRange> ranges) {

    /** @throws NotFound when there is no network with this id */
    static Space of(View view, UUID id) throws NotFound {
        return of(view, prefix(view, id));
    }

    static Prefix prefix(View view, UUID id) throws NotFound {
        return view.item(Prefix.class, id).orElseThrow(() -> NotFound.of("prefix", id));
    }

    static Space of(View view, Prefix prefix) {
        Cidr cidr = cidr(prefix);
        var below = view.all(Prefix.class)
                .filter(other -> !other.id().equals(prefix.id()) && other.vrf().equals(prefix.vrf()))
                .filter(other -> cidr.contains(cidr(other))).sorted(Comparator.comparing(Space::cidr)).toList();
        var children = new ArrayList<Prefix>();
        for (Prefix other : below) {
            if (children.isEmpty() || !cidr(children.getLast()).contains(cidr(other))) {
                children.add(other);
            }
        }
        var ranges = view.all(IpRange.class).filter(range -> range.vrf().equals(prefix.vrf()))
                .filter(range -> meets(range(range), cidr)).sorted(Comparator.comparing(Space::range)).toList();
        return new Space(view, prefix, cidr, children, ranges);
    }

    static Cidr cidr(Prefix prefix) {
        return Cidr.parse(prefix.cidr());
    }

    static AddressRange range(IpRange range) {
        return new AddressRange(Address.parse(range.first()), Address.parse(range.last()));
    }

    static Address at(IpAddress address) {
        return Address.parse(address.address());
    }

    private static boolean meets(AddressRange range, Cidr cidr) {
        return range.family() == cidr.family() && range.overlaps(cidr.range());
    }

    /** All recorded addresses in it, those of the networks below too; in no order. */
    Stream<IpAddress> addresses() {
        return Block.addresses(view, prefix.vrf(), cidr);
    }

    /** The recorded addresses that are in none of the networks below it, in order. */
    List<IpAddress> own() {
        var below = below();
        return addresses().filter(address -> !below.contains(at(address))).sorted(Comparator.comparing(Space::at))
                .toList();
    }

    AddressSet below() {
        return AddressSet.ofNetworks(children.stream().map(Space::cidr).toList());
    }

    /** The gateway, if it is written well. */
    Optional<Address> gateway() {
        return prefix.gateway().map(Address::parse).filter(cidr::contains);
    }

    /**
     * The addresses that can be given out.
     *
     * @param besides addresses that are not wanted
     */
    AddressPool pool(Set<Address> besides) {
        var taken = new ArrayList<Address>(besides.stream().filter(cidr::contains).toList());
        addresses().map(Space::at).forEach(taken::add);
        gateway().ifPresent(taken::add);
        var kept = new ArrayList<AddressRange>();
        ranges.forEach(range -> kept.add(range(range)));
        children.forEach(child -> kept.add(cidr(child).range()));
        return AddressPool.ofHosts(cidr, sorted(taken)).withReserved(kept);
    }

    private static Collection<Address> sorted(List<Address> addresses) {
        return addresses.stream().sorted().toList();
    }

    /** What no network can be taken from: networks below, ranges, and addresses of its own. */
    List<Cidr> occupied() {
        var taken = new ArrayList<AddressRange>();
        children.forEach(child -> taken.add(cidr(child).range()));
        ranges.forEach(range -> range(range).intersection(cidr.range()).ifPresent(taken::add));
        own().forEach(address -> taken.add(AddressRange.of(at(address))));
        gateway().ifPresent(address -> taken.add(AddressRange.of(address)));
        return new AddressSet(taken).networks();
    }
}
