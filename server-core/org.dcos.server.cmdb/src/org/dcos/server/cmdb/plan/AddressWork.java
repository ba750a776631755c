package org.dcos.server.cmdb.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.PlanOrder.Assign;
import org.dcos.domain.ip.PlanOrder.Reclaim;
import org.dcos.domain.ip.PlanOrder.TakeAddresses;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.Words;

/** Gives out, assigns and takes back addresses, in the draft of a change. */
final class AddressWork {

    private final Change change;

    AddressWork(Change change) {
        this.change = change;
    }

    /** @param answered those that are recorded because they answered */
    Outcome take(TakeAddresses order, Choice choice, List<WireFinding> findings,
            Map<Address, WireFinding> answered, Instant now) throws Problem {
        var edits = new ArrayList<Edit>();
        var skipped = new ArrayList<UUID>();
        for (Address address : choice.addresses()) {
            edits.add(new Edit.Put(new IpAddress(UUID.randomUUID(), 0, choice.vrf(), address.toString(),
                    Choice.state(order), order.holder(), order.dnsName(), order.description(), Optional.empty(),
                    Optional.empty(), Map.of(), Map.of())));
        }
        answered.forEach((address, finding) -> {
            var id = UUID.randomUUID();
            skipped.add(id);
            edits.add(new Edit.Put(new IpAddress(id, 0, choice.vrf(), address.toString(), AddressState.RESERVED,
                    Optional.empty(), "", found(finding, now), Optional.empty(), Optional.empty(), Map.of(),
                    Map.of())));
        });
        change.apply(edits);
        String to = order.holder().map(id -> "assigned to " + new Words(change.draft()).name(id)).orElse("reserved");
        return new Outcome("%s %s".formatted(written(choice.addresses()), to), skipped, findings);
    }

    private static String found(WireFinding finding, Instant now) {
        return "Found in use at %s, when it was to be given out: %s.".formatted(
                now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), finding.told());
    }

    private static String written(List<Address> addresses) {
        return addresses.size() <= 3
                ? addresses.stream().map(Address::toString).collect(Collectors.joining(", "))
                : "%d addresses from %s".formatted(addresses.size(), addresses.getFirst());
    }

    Outcome assign(Assign order) throws Problem {
        var addresses = addresses(order.addresses());
        var edits = new ArrayList<Edit>();
        for (IpAddress address : addresses) {
            switch (address.state()) {
                case RESERVED -> edits.add(new Edit.Put(with(address, AddressState.ASSIGNED,
                        Optional.of(order.holder()), address.description(), Optional.empty(), Optional.empty())));
                case ASSIGNED -> throw new Conflict("%s is assigned%s already. Take it back first.".formatted(
                        address.address(), holder(address)));
                case DHCP -> throw new Conflict("%s is given out by DHCP. Choose one that is reserved."
                        .formatted(address.address()));
                case QUARANTINED -> throw new Conflict("%s is in quarantine%s. Choose one that is reserved.".formatted(
                        address.address(), address.freeAfter().map(time -> " until " + time).orElse("")));
            }
        }
        change.apply(edits);
        return Outcome.of("%s assigned to %s".formatted(written(addresses.stream().map(Space::at).toList()),
                new Words(change.draft()).name(order.holder())));
    }

    private String holder(IpAddress address) {
        return address.holder().map(id -> " to " + new Words(change.draft()).name(id)).orElse("");
    }

    Outcome reclaim(Reclaim order, Instant now, Duration quarantine) throws Problem {
        var addresses = addresses(order.addresses());
        var edits = new ArrayList<Edit>();
        for (IpAddress address : addresses) {
            if (address.state() == AddressState.QUARANTINED) {
                throw new Conflict("%s is in quarantine already%s.".formatted(address.address(),
                        address.freeAfter().map(time -> ", until " + time).orElse("")));
            }
            edits.add(new Edit.Put(with(address, AddressState.QUARANTINED, Optional.empty(), address.description(),
                    Optional.of(now), Optional.of(now.plus(quarantine)))));
        }
        change.apply(edits);
        return Outcome.of("%s taken back".formatted(written(addresses.stream().map(Space::at).toList())));
    }

    /** @param version of each that was asked; one that was changed meanwhile is left alone */
    void sweep(Collection<IpAddress> asked, Map<UUID, WireFinding> findings, Instant now, Duration quarantine,
            boolean releaseUnasked) throws Problem {
        var edits = new ArrayList<Edit>();
        for (IpAddress address : asked) {
            if (!change.draft().item(address.id()).equals(Optional.of(address))) {
                continue;
            }
            WireFinding finding = findings.get(address.id());
            boolean answered = finding != null && finding.outcome() == WireFinding.Outcome.ANSWERED;
            boolean silent = finding != null && (finding.outcome() == WireFinding.Outcome.SILENT || releaseUnasked);
            if (answered || address.freeAfter().isEmpty()) {
                String told = answered ? "Answered in quarantine at %s: %s.".formatted(
                        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), finding.told())
                        : address.description();
                edits.add(new Edit.Put(with(address, AddressState.QUARANTINED, address.holder(), told,
                        Optional.of(now), Optional.of(now.plus(quarantine)))));
            } else if (silent && !address.freeAfter().get().isAfter(now)) {
                edits.add(new Edit.Delete(Kind.IP_ADDRESS, address.id(), address.version()));
            }
        }
        change.apply(edits);
    }

    private List<IpAddress> addresses(List<UUID> ids) throws Problem {
        if (ids.isEmpty() || ids.size() > AddressPlan.MOST_ADDRESSES) {
            throw Invalid.field("addresses", "These are %d addresses. Name 1 to %d.".formatted(ids.size(),
                    AddressPlan.MOST_ADDRESSES));
        }
        var addresses = new ArrayList<IpAddress>();
        for (UUID id : ids.stream().distinct().toList()) {
            addresses.add(change.draft().item(IpAddress.class, id).orElseThrow(() -> NotFound.of("IP address", id)));
        }
        return addresses;
    }

    private static IpAddress with(IpAddress a, AddressState state, Optional<UUID> holder, String description,
            Optional<Instant> silentSince, Optional<Instant> freeAfter) {
        return new IpAddress(a.id(), a.version(), a.vrf(), a.address(), state, holder,
                holder.isPresent() || state != AddressState.QUARANTINED ? a.dnsName() : "", description, silentSince,
                freeAfter, a.labels(), a.fields());
    }
}
