package org.dcos.server.cmdb.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.PlanOrder.Merge;
import org.dcos.domain.ip.PlanOrder.Split;
import org.dcos.domain.ip.PlanOrder.TakePrefixes;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.ip.Subdivision;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.Unique;
import org.dcos.server.cmdb.live.View;

/** Splits, merges and takes networks, in the draft of a change. */
final class PrefixWork {

    private static final int MOST_PARTS = 4096;

    private final Change change;

    PrefixWork(Change change) {
        this.change = change;
    }

    Outcome split(Split order) throws Problem {
        Space space = Space.of(change.draft(), order.prefix());
        Cidr cidr = space.cidr();
        if (order.length() <= cidr.length() || order.length() > cidr.family().bits()) {
            throw Invalid.field("length", "%s cannot be split into parts of /%d. Give a length from %d to %d."
                    .formatted(cidr, order.length(), cidr.length() + 1, cidr.family().bits()));
        }
        if (cidr.partCount(order.length()) > MOST_PARTS) {
            throw Invalid.field("length", ("Splitting %s into parts of /%d makes more than %d networks. "
                    + "Split in two steps, or take the networks you need.").formatted(cidr, order.length(),
                            MOST_PARTS));
        }
        List<Subdivision> parts = new Subdivision(cidr, space.children().stream().map(Space::cidr).toList())
                .split(order.length());
        wholeRanges(space, order.length());
        var there = space.children().stream().map(Space::cidr).collect(Collectors.toCollection(HashSet::new));
        PrefixState state = space.prefix().state() == PrefixState.CONTAINER ? PrefixState.ACTIVE
                : space.prefix().state();
        var edits = new ArrayList<Edit>();
        for (Subdivision part : parts) {
            if (!there.contains(part.parent())) {
                Optional<String> gateway = space.gateway()
                        .filter(address -> part.parent().usable().contains(address)).map(Address::toString);
                edits.add(new Edit.Put(new Prefix(UUID.randomUUID(), 0, space.prefix().vrf(),
                        part.parent().toString(), part.children().isEmpty() ? state : holding(space, part),
                        space.prefix().purpose(), space.prefix().idc(), space.prefix().room(),
                        space.prefix().vlan(), gateway, "", space.prefix().labels(), Map.of())));
            }
        }
        edits.addFirst(new Edit.Put(with(space.prefix(), cidr, PrefixState.CONTAINER, Optional.empty())));
        if (edits.size() == 1 && space.prefix().state() == PrefixState.CONTAINER) {
            throw new Conflict("%s is split into networks of /%d already.".formatted(cidr, order.length()));
        }
        change.apply(edits);
        return Outcome.of("%s split into %d networks of /%d".formatted(cidr, parts.size(), order.length()));
    }

    /** A part that holds networks is a container, unless addresses lie beside them. */
    private static PrefixState holding(Space space, Subdivision part) {
        boolean addresses = space.own().stream().anyMatch(address -> part.parent().contains(Space.at(address)));
        return addresses ? PrefixState.ACTIVE : PrefixState.CONTAINER;
    }

    private static void wholeRanges(Space space, int length) throws Conflict {
        for (var range : space.ranges()) {
            AddressRange addresses = Space.range(range);
            if (space.cidr().range().contains(addresses)
                    && !Cidr.around(addresses.first(), length).contains(addresses.last())) {
                throw new Conflict(("%s cannot be split into networks of /%d: the range %s to %s lies in more than "
                        + "one of them. Divide the range first.").formatted(space.cidr(), length, range.first(),
                                range.last()));
            }
        }
    }

    Outcome merge(Merge order) throws Problem {
        if (order.prefixes().stream().distinct().count() < 2) {
            throw Invalid.field("prefixes", "Name two or more networks to merge.");
        }
        var prefixes = new ArrayList<Prefix>();
        for (UUID id : new HashSet<>(order.prefixes())) {
            prefixes.add(Space.prefix(change.draft(), id));
        }
        prefixes.sort(java.util.Comparator.comparing(Space::cidr));
        alike(prefixes, "routing table", Prefix::vrf);
        Cidr whole = Subdivision.merge(prefixes.stream().map(Space::cidr).toList());
        alike(prefixes, "purpose", Prefix::purpose);
        alike(prefixes, "data centre", Prefix::idc);
        alike(prefixes, "room", Prefix::room);
        alike(prefixes, "VLAN", Prefix::vlan);
        alike(prefixes, "state", Prefix::state);
        Prefix first = prefixes.getFirst();
        Optional<Prefix> recorded = recorded(change.draft(), first.vrf(), whole);
        var edits = new ArrayList<Edit>();
        for (Prefix prefix : recorded.isPresent() ? prefixes : prefixes.subList(1, prefixes.size())) {
            edits.add(new Edit.Delete(Kind.PREFIX, prefix.id(), prefix.version()));
        }
        Prefix kept = recorded.orElse(first);
        Prefix merged = with(kept, whole, first.state(), gateway(prefixes));
        edits.add(new Edit.Put(new Prefix(merged.id(), merged.version(), merged.vrf(), merged.cidr(), merged.state(),
                first.purpose(), first.idc(), first.room(), first.vlan(), merged.gateway(), merged.description(),
                merged.labels(), merged.fields())));
        change.apply(edits);
        return Outcome.of("%d networks merged into %s".formatted(prefixes.size(), whole));
    }

    static Optional<Prefix> recorded(View view, Optional<UUID> vrf, Cidr cidr) {
        return view.holders(Unique.cidr(vrf, cidr.toString())).map(Prefix.class::cast).findFirst();
    }

    private static Optional<String> gateway(List<Prefix> prefixes) throws Conflict {
        var with = prefixes.stream().filter(prefix -> prefix.gateway().isPresent()).toList();
        if (with.size() > 1) {
            throw new Conflict("%s and %s both have a gateway, and one network has one. Remove the other first."
                    .formatted(with.get(0).cidr(), with.get(1).cidr()));
        }
        return with.stream().findFirst().flatMap(Prefix::gateway);
    }

    private static <T> void alike(List<Prefix> prefixes, String what, Function<Prefix, T> of) throws Conflict {
        Prefix first = prefixes.getFirst();
        for (Prefix other : prefixes) {
            if (!of.apply(first).equals(of.apply(other))) {
                throw new Conflict("%s and %s cannot be merged: their %s differs. Make it the same first."
                        .formatted(first.cidr(), other.cidr(), what));
            }
        }
    }

    Outcome take(TakePrefixes order) throws Problem {
        Space space = Space.of(change.draft(), order.container());
        List<Cidr> taken = order.cidr().isPresent() ? List.of(named(space, order)) : next(space, order);
        var edits = new ArrayList<Edit>();
        for (Cidr cidr : taken) {
            Optional<String> gateway = space.gateway().filter(cidr.usable()::contains).map(Address::toString);
            edits.add(new Edit.Put(new Prefix(UUID.randomUUID(), 0, space.prefix().vrf(), cidr.toString(),
                    PrefixState.ACTIVE, order.purpose().isEmpty() ? space.prefix().purpose() : order.purpose(),
                    order.idc().or(space.prefix()::idc), order.room().or(space.prefix()::room), order.vlan(), gateway,
                    order.description(), Map.of(), Map.of())));
        }
        boolean empty = space.own().stream().map(Space::at)
                .allMatch(address -> taken.stream().anyMatch(cidr -> cidr.contains(address)));
        if (space.prefix().state() != PrefixState.CONTAINER && empty) {
            edits.add(new Edit.Put(with(space.prefix(), space.cidr(), PrefixState.CONTAINER, Optional.empty())));
        }
        change.apply(edits);
        return Outcome.of(taken.size() == 1
                ? "%s taken from %s".formatted(taken.getFirst(), space.cidr())
                : "%d networks of /%d taken from %s".formatted(taken.size(), order.length(), space.cidr()));
    }

    private static Cidr named(Space space, TakePrefixes order) throws Problem {
        Cidr cidr;
        try {
            cidr = Cidr.parse(order.cidr().orElseThrow());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("cidr", e.getMessage());
        }
        if (cidr.equals(space.cidr())) {
            throw Invalid.field("cidr", "%s is all of the network. Name a part of it.".formatted(cidr));
        }
        new Subdivision(space.cidr(), space.children().stream().map(Space::cidr).toList()).with(cidr);
        for (var range : space.ranges()) {
            AddressRange addresses = Space.range(range);
            if (addresses.overlaps(cidr.range()) && !cidr.range().contains(addresses)) {
                throw new Conflict("%s cannot be taken: the range %s to %s lies only partly in it. Divide the range."
                        .formatted(cidr, range.first(), range.last()));
            }
        }
        return cidr;
    }

    private static List<Cidr> next(Space space, TakePrefixes order) throws Problem {
        Cidr cidr = space.cidr();
        if (order.length() <= cidr.length() || order.length() > cidr.family().bits()) {
            throw Invalid.field("length", "%s has no part of /%d. Give a length from %d to %d.".formatted(cidr,
                    order.length(), cidr.length() + 1, cidr.family().bits()));
        }
        if (order.count() < 1 || order.count() > MOST_PARTS) {
            throw Invalid.field("count", "%d networks cannot be taken. Ask for 1 to %d.".formatted(order.count(),
                    MOST_PARTS));
        }
        var taken = new Subdivision(cidr, space.occupied()).carve(order.length(), order.count());
        if (taken.size() < order.count()) {
            throw new Conflict("%s has room for %d more %s of /%d, and %d %s wanted. Ask for fewer or smaller ones."
                    .formatted(cidr, taken.size(), taken.size() == 1 ? "network" : "networks", order.length(),
                            order.count(), order.count() == 1 ? "is" : "are"));
        }
        return taken;
    }

    private static Prefix with(Prefix p, Cidr cidr, PrefixState state, Optional<String> gateway) {
        return new Prefix(p.id(), p.version(), p.vrf(), cidr.toString(), state, p.purpose(), p.idc(), p.room(),
                p.vlan(), gateway, p.description(), p.labels(), p.fields());
    }
}
