package org.dcos.server.cmdb.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.ip.PlanOrder.TakeAddresses;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.ip.AddressPool;
import org.dcos.server.cmdb.ip.Standing;
import org.dcos.server.cmdb.live.Unique;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/**
 * The addresses that an order would get at one moment.
 *
 * @param prefix    the network that they are of
 * @param vrf       the routing table they are of
 * @param addresses in order
 */
record Choice(UUID prefix, Optional<UUID> vrf, List<Address> addresses) {

    private static final int TOLD = 3;

    /**
     * @param besides addresses that are not wanted
     * @throws Conflict when there are not so many
     */
    static Choice of(View view, TakeAddresses order, Set<Address> besides) throws Problem {
        checkCount(order);
        List<Prefix> prefixes = prefixes(view, order);
        if (!order.addresses().isEmpty()) {
            return named(view, order, prefixes.getFirst());
        }
        var missing = new ArrayList<String>();
        for (Prefix prefix : prefixes) {
            AddressPool pool = Space.of(view, prefix).pool(besides);
            List<Address> found = order.contiguous()
                    ? pool.takeContiguous(order.count()).map(Choice::all).orElse(List.of())
                    : pool.take(order.count());
            if (found.size() == order.count()) {
                return new Choice(prefix.id(), prefix.vrf(), found);
            }
            missing.add("%s has %s free".formatted(prefix.cidr(), pool.freeSize()));
        }
        int answering = besides.size();
        throw new Conflict("%d %s%s cannot be given: %s%s. Take addresses back, or record another prefix.".formatted(
                order.count(), order.count() == 1 ? "address" : "addresses",
                order.contiguous() ? " in a row" : "",
                missing.stream().limit(TOLD).collect(Collectors.joining(", "))
                        + (missing.size() > TOLD ? ", ..." : ""),
                answering == 0 ? ""
                        : ", and %d unrecorded %s on the wire".formatted(answering,
                                answering == 1 ? "answers" : "answer")));
    }

    private static void checkCount(TakeAddresses order) throws Invalid {
        int wanted = order.addresses().isEmpty() ? order.count() : order.addresses().size();
        if (wanted < 1 || wanted > AddressPlan.MOST_ADDRESSES) {
            throw Invalid.field("count", "%d addresses cannot be given at once. Ask for 1 to %d.".formatted(wanted,
                    AddressPlan.MOST_ADDRESSES));
        }
        if (!order.dnsName().isEmpty() && wanted > 1) {
            throw Invalid.field("dnsName", "One DNS name cannot be that of %d addresses. Leave it out."
                    .formatted(wanted));
        }
    }

    private static List<Address> all(AddressRange range) {
        var all = new ArrayList<Address>();
        for (long step = 0; step < range.sizeCapped(); step++) {
            all.add(range.first().plus(step));
        }
        return all;
    }

    private static Choice named(View view, TakeAddresses order, Prefix prefix) throws Problem {
        Space space = Space.of(view, prefix);
        AddressPool pool = space.pool(Set.of());
        var addresses = new ArrayList<Address>();
        for (String text : order.addresses().stream().distinct().toList()) {
            Address address;
            try {
                address = Address.parse(text);
            } catch (IllegalArgumentException e) {
                throw Invalid.field("addresses", e.getMessage());
            }
            Standing standing = pool.standing(address);
            if (standing != Standing.FREE) {
                throw new Conflict("%s cannot be given: %s. Choose another."
                        .formatted(address, why(view, space, address, standing)));
            }
            addresses.add(address);
        }
        return new Choice(prefix.id(), prefix.vrf(), List.copyOf(addresses));
    }

    private static String why(View view, Space space, Address address, Standing standing) {
        Optional<IpAddress> recorded = view.holders(Unique.address(space.prefix().vrf(), address.toString()))
                .map(IpAddress.class::cast).findFirst();
        if (recorded.isPresent()) {
            return taken(view, recorded.get());
        }
        if (space.gateway().filter(address::equals).isPresent()) {
            return "it is the gateway of " + space.cidr();
        }
        return switch (standing) {
            case FREE -> "it is free";
            case USED -> "it is taken";
            case GATEWAY -> "it is the gateway of " + space.cidr();
            case RESERVED -> space.below().contains(address)
                    ? "it is of a network below " + space.cidr()
                    : "it lies in a range that is kept";
            case NETWORK -> "it names the network " + space.cidr();
            case BROADCAST -> "it is the broadcast address of " + space.cidr();
            case SUBNET_ROUTER_ANYCAST -> "every router of %s answers to it".formatted(space.cidr());
            case OUTSIDE -> "it is not within " + space.cidr();
        };
    }

    private static String taken(View view, IpAddress address) {
        return switch (address.state()) {
            case ASSIGNED ->
                    "it is assigned" + address.holder().map(id -> " to " + new Words(view).name(id)).orElse("");
            case RESERVED -> "it is reserved"
                    + (address.description().isEmpty() ? "" : " (" + address.description() + ")");
            case DHCP -> "DHCP gives it out";
            case QUARANTINED -> "it is in quarantine"
                    + address.freeAfter().map(time -> " until " + time).orElse("");
        };
    }

    /** The networks to look at, the best first. */
    private static List<Prefix> prefixes(View view, TakeAddresses order) throws Problem {
        if (order.prefix().isPresent()) {
            Prefix prefix = Space.prefix(view, order.prefix().get());
            if (prefix.state() == PrefixState.CONTAINER || prefix.state() == PrefixState.DEPRECATED) {
                throw new Conflict(prefix.state() == PrefixState.CONTAINER
                        ? "%s is a container, which holds networks only. Name a network below it."
                                .formatted(prefix.cidr())
                        : "%s is deprecated: nothing is given out of it any more. Name another network."
                                .formatted(prefix.cidr()));
            }
            return List.of(prefix);
        }
        if (!order.addresses().isEmpty()) {
            throw Invalid.field("prefix", "Name the network that the addresses are of.");
        }
        if (order.purpose().isBlank()) {
            throw Invalid.field("prefix", "Name a network, or a purpose by which it is found.");
        }
        var found = byPurpose(view, order);
        if (found.isEmpty()) {
            throw new Conflict(("There is no active %s prefix for %s%s. Record one, or give another purpose or place.")
                    .formatted(family(order), order.purpose(), place(view, order)));
        }
        return found;
    }

    private static IpFamily family(TakeAddresses order) {
        return order.family().orElse(IpFamily.IPV4);
    }

    private static String place(View view, TakeAddresses order) {
        return order.room().or(order::idc).map(id -> " in " + new Words(view).name(id)).orElse("");
    }

    private static List<Prefix> byPurpose(View view, TakeAddresses order) {
        Optional<UUID> idc = order.idc()
                .or(() -> order.room().flatMap(room -> view.item(Room.class, room)).map(Room::idc));
        String purpose = order.purpose().strip().toLowerCase(Locale.ROOT);
        return view.all(Prefix.class)
                .filter(prefix -> prefix.state() == PrefixState.ACTIVE)
                .filter(prefix -> prefix.purpose().toLowerCase(Locale.ROOT).equals(purpose))
                .filter(prefix -> Space.cidr(prefix).family() == family(order))
                .filter(prefix -> fits(prefix.room(), order.room()) && fits(prefix.idc(), idc))
                .sorted(Comparator.<Prefix>comparingInt(prefix -> prefix.room().isPresent() ? 0 : 1)
                        .thenComparingInt(prefix -> prefix.idc().isPresent() ? 0 : 1)
                        .thenComparing(Space::cidr))
                .toList();
    }

    /** A network that is for no place in particular is for every place. */
    private static boolean fits(Optional<UUID> of, Optional<UUID> wanted) {
        return wanted.isEmpty() || of.isEmpty() || of.equals(wanted);
    }

    /** What becomes of the addresses. */
    static AddressState state(TakeAddresses order) {
        return order.holder().isPresent() ? AddressState.ASSIGNED : AddressState.RESERVED;
    }
}
