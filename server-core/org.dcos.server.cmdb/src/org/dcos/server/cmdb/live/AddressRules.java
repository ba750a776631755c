package org.dcos.server.cmdb.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Conflict;

/** Networks, ranges and addresses: written in one way, within each other, and nothing given twice. */
final class AddressRules {

    private final View after;
    private final Violations found;

    AddressRules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    /** The item with its addresses written as RFC 5952 has it, so that one address is one text. */
    static Item canonical(Item item) {
        return switch (item) {
            case Prefix prefix -> new Prefix(prefix.id(), prefix.version(), prefix.vrf(), network(prefix.cidr()),
                    prefix.state(), prefix.purpose(), prefix.idc(), prefix.room(), prefix.vlan(),
                    prefix.gateway().map(AddressRules::address), prefix.description(), prefix.labels(),
                    prefix.fields());
            case IpRange range -> new IpRange(range.id(), range.version(), range.vrf(), address(range.first()),
                    address(range.last()), range.use(), range.description(), range.labels(), range.fields());
            case IpAddress ip -> new IpAddress(ip.id(), ip.version(), ip.vrf(), address(ip.address()), ip.state(),
                    ip.holder(), ip.dnsName(), ip.description(), ip.silentSince(), ip.freeAfter(), ip.labels(),
                    ip.fields());
            default -> item;
        };
    }

    private static String address(String text) {
        try {
            return Address.parse(text).toString();
        } catch (IllegalArgumentException _) {
            return text; // told by the check
        }
    }

    private static String network(String text) {
        try {
            return Cidr.parse(text).toString();
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    void check(Prefix prefix, Optional<Prefix> before) {
        Optional<Cidr> network = parsed("cidr", prefix.cidr(), Cidr::parse);
        if (network.isEmpty()) {
            return;
        }
        Cidr cidr = network.get();
        prefix.gateway().flatMap(text -> parsed("gateway", text, Address::parse))
                .filter(gateway -> gateway.family() != cidr.family() || !cidr.contains(gateway))
                .ifPresent(gateway -> found.add("gateway", "%s is not within %s.", gateway, cidr));
        if (before.filter(was -> was.cidr().equals(prefix.cidr()) && was.vrf().equals(prefix.vrf())).isEmpty()) {
            edges(prefix, cidr);
        }
        boolean closes = prefix.state() == PrefixState.CONTAINER
                && before.filter(was -> was.state() == PrefixState.CONTAINER).isEmpty();
        if (closes) {
            Block.addresses(after, prefix.vrf(), cidr).filter(address -> holding(address)
                    .filter(holder -> holder.id().equals(prefix.id())).isPresent()).findFirst()
                    .ifPresent(address -> found.add("state",
                            "%s has addresses of its own, such as %s; a container holds prefixes only.", cidr,
                            address.address()));
        }
    }

    /** An address that is recorded does not become that of a network, or its broadcast address. */
    private void edges(Prefix prefix, Cidr cidr) {
        for (Address edge : List.of(cidr.first(), cidr.last())) {
            boolean taken = !cidr.usable().contains(edge)
                    && after.holders(Unique.address(prefix.vrf(), edge.toString())).findAny().isPresent()
                    && smallest(after, prefix.vrf(), edge).filter(p -> p.id().equals(prefix.id())).isPresent();
            if (taken) {
                found.add("cidr",
                        "%s is recorded as an address, and would be the %s address of %s. Take it back first.",
                        edge, edge.equals(cidr.first()) ? "network" : "broadcast", cidr);
            }
        }
    }

    /**
     * What was in a network that is gone, or another now, has to fit where it lies then: not in a container, which
     * holds networks only, and not at the edge of a network.
     *
     * @throws Conflict naming an address that does not
     */
    static void checkLeft(View after, Prefix before) throws Conflict {
        Cidr cidr = Cidr.parse(before.cidr());
        for (IpAddress address : Block.addresses(after, before.vrf(), cidr).toList()) {
            Address at = Address.parse(address.address());
            Optional<Prefix> around = smallest(after, address.vrf(), at);
            if (around.isPresent() && (around.get().state() == PrefixState.CONTAINER
                    || !Cidr.parse(around.get().cidr()).usable().contains(at))) {
                throw new Conflict("%s still has the address %s, which would %s. Take it back first.".formatted(
                        cidr, at, (around.get().state() == PrefixState.CONTAINER
                                ? "lie in a container, which holds networks only: %s"
                                : "be at the edge of %s").formatted(around.get().cidr())));
            }
        }
    }

    void check(IpRange range) {
        Optional<Address> first = parsed("first", range.first(), Address::parse);
        Optional<Address> last = parsed("last", range.last(), Address::parse);
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        if (first.get().family() != last.get().family() || first.get().compareTo(last.get()) > 0) {
            found.add("last", "A range goes from its lower to its higher address; %s comes before %s.", range.last(),
                    range.first());
            return;
        }
        var mine = new AddressRange(first.get(), last.get());
        after.all(IpRange.class).filter(other -> !other.id().equals(range.id()) && other.vrf().equals(range.vrf()))
                .filter(other -> read(other).filter(theirs -> theirs.family() == mine.family()
                        && theirs.overlaps(mine)).isPresent())
                .forEach(other -> found.add("first", "It overlaps the range %s to %s.", other.first(), other.last()));
    }

    void check(IpAddress address) {
        Optional<Address> parsed = parsed("address", address.address(), Address::parse);
        if (parsed.isEmpty()) {
            return;
        }
        Address at = parsed.get();
        Optional<Prefix> prefix = holding(address);
        prefix.map(p -> Cidr.parse(p.cidr())).filter(cidr -> !cidr.usable().contains(at))
                .ifPresent(cidr -> found.add("address", "%s is the %s address of %s and belongs to no machine.", at,
                        at.equals(cidr.first()) ? "network" : "broadcast", cidr));
        prefix.filter(p -> p.state() == PrefixState.CONTAINER).ifPresent(p -> found.add("address",
                "%s lies in %s, which is a container: record the prefix that it is of first.", at, p.cidr()));
        if (address.state() == AddressState.ASSIGNED) {
            after.all(IpRange.class).filter(range -> range.vrf().equals(address.vrf()) && range.use() == RangeUse.DHCP)
                    .filter(range -> read(range).filter(r -> r.family() == at.family() && r.contains(at)).isPresent())
                    .findFirst().ifPresent(range -> found.add("address",
                            "%s lies in the DHCP range %s to %s. Take one outside, or make its state DHCP.", at,
                            range.first(), range.last()));
        }
        if (address.state() != AddressState.QUARANTINED && address.freeAfter().isPresent()) {
            found.add("freeAfter", "Only an address in quarantine becomes free after a time.");
        }
    }

    private Optional<Prefix> holding(IpAddress address) {
        return smallest(after, address.vrf(), Address.parse(address.address()));
    }

    /** The smallest recorded prefix that an address is in. */
    static Optional<Prefix> smallest(View view, Optional<UUID> vrf, Address address) {
        for (int length = address.family().bits(); length >= 0; length--) {
            var unique = Unique.cidr(vrf, Cidr.around(address, length).toString());
            Optional<Prefix> found = view.holders(unique).map(Prefix.class::cast).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<AddressRange> read(IpRange range) {
        try {
            return Optional.of(new AddressRange(Address.parse(range.first()), Address.parse(range.last())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Reads a text. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(String text);
    }

    private <T> Optional<T> parsed(String field, String text, Reader<T> reader) {
        try {
            return Optional.of(reader.read(text));
        } catch (IllegalArgumentException e) {
            found.add(field, e.getMessage());
            return Optional.empty();
        }
    }

    static Comparator<Prefix> byNetwork() {
        return Comparator.comparing(prefix -> Cidr.parse(prefix.cidr()));
    }
}
