package org.dcos.server.boot.dhcp;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.net.dhcp.subnet.ClientClass;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.Limits;
import org.dcos.net.dhcp.wire.Options;

/**
 * What is to be served, made of the settings, the records and what this machine has.
 *
 * @param interfaces those that can be served, as far as one can see without trying, with our address there
 * @param troubles   of the interfaces that cannot
 */
record ServingPlan(Map<String, Inet4Address> interfaces, Map<String, Trouble> troubles, List<PlannedNetwork> networks,
        List<ClientClass> classes, boolean probing) {

    ServingPlan {
        interfaces = Map.copyOf(interfaces);
        troubles = Map.copyOf(troubles);
        networks = List.copyOf(networks);
        classes = List.copyOf(classes);
    }

    /**
     * @param records of the settings' networks, as far as they are recorded
     * @param ordered reservations that somebody made here
     */
    static ServingPlan of(DhcpSettings settings, List<NetworkRecord> records, List<Host> hosts,
            Collection<Reservation> ordered) {
        var byPrefix = records.stream().collect(Collectors.toMap(NetworkRecord::prefix, Function.identity(),
                (one, _) -> one));
        var byName = hosts.stream().collect(Collectors.toMap(Host::name, Function.identity(), (one, _) -> one));
        var interfaces = new LinkedHashMap<String, Inet4Address>();
        var troubles = new LinkedHashMap<String, Trouble>();
        var planning = new NetworkPlanning(settings, byName, ordered);
        for (String name : settings.interfaces()) {
            var attached = settings.networks().stream().filter(it -> it.attachedTo().equals(Optional.of(name)))
                    .flatMap(it -> Optional.ofNullable(byPrefix.get(it.prefix())).stream()).toList();
            var host = Optional.ofNullable(byName.get(name));
            var own = host.flatMap(it -> own(it, attached));
            if (own.isPresent()) {
                interfaces.put(name, own.get());
            } else {
                troubles.put(name, host.isEmpty() ? absent(name) : planning.withoutAddress(name, attached));
            }
        }
        var networks = new ArrayList<PlannedNetwork>();
        for (ServedNetwork one : settings.networks()) {
            networks.add(Optional.ofNullable(byPrefix.get(one.prefix())).map(it -> planning.plan(one, it, networks))
                    .orElseGet(() -> PlannedNetwork.refused(one, "", Trouble.of("The prefix %s is recorded no more. "
                            .formatted(one.prefix()) + "Take it out of what DHCP serves."))));
        }
        return new ServingPlan(interfaces, troubles, networks, ClassText.read(settings.classes()), settings.probing());
    }

    private static Trouble absent(String name) {
        return new Trouble("There is no network interface %s. It is served as soon as it is there.".formatted(name),
                Optional.of("ip link"));
    }

    /** By the address of a network that is attached there if there is one, else by any. */
    private static Optional<Inet4Address> own(Host host, List<NetworkRecord> attached) {
        return attached.stream().flatMap(it -> host.in(it.cidr()).stream()).findFirst()
                .or(() -> attached.isEmpty() ? host.addresses().stream().map(Host.Own::address).findFirst()
                        : Optional.empty());
    }

    /** For the interfaces that are open. */
    Configuration configuration(Set<String> open) {
        var subnets = networks.stream().flatMap(it -> it.subnet().stream())
                .filter(it -> it.networkInterface().isEmpty() || open.contains(it.networkInterface().get())).toList();
        var served = interfaces.entrySet().stream().filter(it -> open.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Configuration(served, subnets, classes, Options.NONE, Limits.DEFAULT, Set.of(), probing);
    }

    /** The network that a lease names. */
    Optional<PlannedNetwork> network(String cidr) {
        return networks.stream().filter(it -> it.cidr().equals(cidr)).findFirst();
    }
}
