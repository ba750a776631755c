package org.dcos.server.boot.dhcp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.server.DhcpServer;

/** How it stands: what is planned, what became of it, and how that is told. */
final class Situation {

    /** At one moment. */
    private record Standing(DhcpStatus.State state, Map<String, Trouble> troubles, Instant since) {}

    private volatile ServingPlan plan = new ServingPlan(Map.of(), Map.of(), List.of(), List.of(), true);
    private volatile Standing standing;
    private boolean changed;

    Situation(Instant now) {
        standing = new Standing(DhcpStatus.State.STOPPED, Map.of(), now);
    }

    ServingPlan plan() {
        return plan;
    }

    void plan(ServingPlan next) {
        changed |= !troubles(next).equals(troubles(plan));
        plan = next;
    }

    private static List<Optional<Trouble>> troubles(ServingPlan plan) {
        return plan.networks().stream().map(PlannedNetwork::trouble).toList();
    }

    /** @param refused interfaces whose port could not be had */
    void served(DhcpSettings settings, Map<String, Trouble> refused, Set<String> open, Instant now) {
        var troubles = new LinkedHashMap<>(plan.troubles());
        troubles.putAll(refused);
        boolean all = open.containsAll(settings.interfaces());
        stands(open.isEmpty() ? DhcpStatus.State.REFUSED : all ? DhcpStatus.State.SERVING : DhcpStatus.State.PARTLY,
                troubles, now);
    }

    void stopped(Instant now) {
        stands(DhcpStatus.State.STOPPED, Map.of(), now);
    }

    private void stands(DhcpStatus.State state, Map<String, Trouble> troubles, Instant now) {
        if (state != standing.state || !troubles.equals(standing.troubles)) {
            standing = new Standing(state, Map.copyOf(troubles), state == standing.state ? standing.since : now);
            changed = true;
        }
    }

    /** Whether it stands otherwise than when this was asked before. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    DhcpStatus told(DhcpSettings settings, List<Host> hosts, OtherServerWatch others, Serving serving, Instant now) {
        var stands = standing;
        var planned = plan;
        var disk = serving.server().flatMap(DhcpServer::problem);
        var reasons = new LinkedHashSet<String>();
        disk.ifPresent(reasons::add);
        settings.interfaces().stream().flatMap(it -> trouble(stands, it).stream()).map(Trouble::reason)
                .forEach(reasons::add);
        if (stands.state != DhcpStatus.State.STOPPED) {
            planned.networks().stream().flatMap(it -> it.trouble().stream()).map(Trouble::reason)
                    .forEach(reasons::add);
        }
        var command = settings.interfaces().stream().flatMap(it -> trouble(stands, it).stream())
                .flatMap(it -> it.command().stream()).findFirst();
        return new DhcpStatus(disk.isPresent() ? DhcpStatus.State.REFUSED : stands.state, stands.since,
                String.join(" ", reasons), command, interfaces(settings, hosts, others, stands, serving),
                networks(planned, serving.leases(), now));
    }

    private static Optional<Trouble> trouble(Standing stands, String name) {
        return Optional.ofNullable(stands.troubles.get(name));
    }

    private static List<HostInterface> interfaces(DhcpSettings settings, List<Host> hosts, OtherServerWatch others,
            Standing stands, Serving serving) {
        var told = new ArrayList<HostInterface>();
        var open = serving.interfaces();
        for (Host host : hosts) {
            var trouble = trouble(stands, host.name());
            told.add(new HostInterface(host.name(), host.mac(), true, host.up(),
                    host.addresses().stream().map(Host.Own::toString).toList(), open.contains(host.name()),
                    trouble.map(Trouble::reason).orElse(""), trouble.flatMap(Trouble::command),
                    others.looked(host.name()), others.on(host.name())));
        }
        var there = hosts.stream().map(Host::name).collect(Collectors.toSet());
        settings.interfaces().stream().filter(it -> !there.contains(it)).forEach(name -> told.add(
                new HostInterface(name, "", false, false, List.of(), false,
                        trouble(stands, name).map(Trouble::reason).orElse(""),
                        trouble(stands, name).flatMap(Trouble::command), Optional.empty(), List.of())));
        return told;
    }

    private static List<NetworkUse> networks(ServingPlan plan, List<Lease> leases, Instant now) {
        var byNetwork = leases.stream().collect(Collectors.groupingBy(Lease::subnet));
        return plan.networks().stream().map(it -> {
            var inPools = byNetwork.getOrDefault(it.cidr(), List.of()).stream().filter(one -> it.pools().stream()
                    .anyMatch(pool -> pool.contains(Address.ofBytes(one.address().getAddress())))).toList();
            return new NetworkUse(it.settings().prefix(), it.cidr(), it.settings().attachedTo(),
                    it.pools().stream().mapToLong(AddressRange::sizeCapped).sum(),
                    count(inPools.stream(), LeaseState.BOUND, now), count(inPools.stream(), LeaseState.BARRED, now),
                    it.reservations().size(), it.trouble().map(Trouble::reason).orElse(""));
        }).toList();
    }

    private static long count(Stream<Lease> leases, LeaseState state, Instant now) {
        return leases.filter(it -> LeaseText.state(it, now) == state).count();
    }
}
