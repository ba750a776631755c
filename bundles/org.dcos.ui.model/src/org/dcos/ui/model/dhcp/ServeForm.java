package org.dcos.ui.model.dhcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.ServedNetwork;

/**
 * What an operator filled in to have DHCP served on an interface.
 *
 * @param relays           whether prefixes that the interface has no address of are behind relays; else it still has to
 *                         be given an address of them
 * @param nameServers      addresses with commas or blanks between them; likewise the time servers
 * @param temporaryMinutes how long a machine without a reservation has its address
 * @param leaseHours       how long one with a reservation has it
 */
public record ServeForm(String interfaceName, List<PrefixChoice> prefixes, Set<UUID> chosen, boolean relays,
        String nameServers, String timeServers, String domain, String temporaryMinutes, String leaseHours) {

    /** As it is served now. */
    public static ServeForm of(String interfaceName, DhcpSettings settings, List<PrefixChoice> prefixes) {
        var first = settings.networks().stream().filter(it -> prefixes.stream()
                .anyMatch(one -> one.chosen() && one.id().equals(it.prefix()))).findFirst();
        boolean behind = settings.networks().stream().anyMatch(it -> it.attachedTo().isEmpty()
                && prefixes.stream().anyMatch(one -> one.id().equals(it.prefix())));
        return new ServeForm(interfaceName, prefixes, Set.of(),
                behind || prefixes.stream().anyMatch(PrefixChoice::attached),
                first.map(it -> String.join(", ", it.nameServers())).orElse(""),
                first.map(it -> String.join(", ", it.timeServers())).orElse(""),
                first.map(ServedNetwork::domain).orElse(""),
                Long.toString(settings.temporaryLease().toMinutes()), Long.toString(settings.lease().toHours()));
    }

    /** Whether the machines of a prefix are on the interface's wire. */
    public boolean isAttached(PrefixChoice prefix) {
        return prefix.attached() || !relays;
    }

    /** Whether enough is filled in to try it. */
    public boolean complete() {
        return !chosen.isEmpty() && minutes(temporaryMinutes).isPresent() && minutes(leaseHours).isPresent();
    }

    private static Optional<Long> minutes(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip())).filter(it -> it > 0 && it < 1_000_000);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The settings with what is filled in. */
    public DhcpSettings settings(DhcpSettings before) {
        var interfaces = new ArrayList<>(before.interfaces());
        if (!interfaces.contains(interfaceName)) {
            interfaces.add(interfaceName);
        }
        var networks = new ArrayList<ServedNetwork>();
        before.networks().stream().filter(it -> prefixes.stream().noneMatch(one -> one.id().equals(it.prefix()))
                || it.attachedTo().filter(name -> !name.equals(interfaceName)).isPresent()
                        && !chosen.contains(it.prefix()))
                .forEach(networks::add);
        for (var one : prefixes) {
            if (chosen.contains(one.id())) {
                var was = before.networks().stream().filter(it -> it.prefix().equals(one.id())).findFirst();
                networks.add(new ServedNetwork(one.id(), isAttached(one) ? Optional.of(interfaceName)
                        : Optional.empty(), was.map(ServedNetwork::relays).orElse(List.of()), words(nameServers),
                        words(timeServers), domain.strip(), was.map(ServedNetwork::authoritative).orElse(true)));
            }
        }
        return new DhcpSettings(true, interfaces, networks, before.classes(),
                minutes(leaseHours).map(Duration::ofHours).orElse(before.lease()),
                minutes(temporaryMinutes).map(Duration::ofMinutes).orElse(before.temporaryLease()), before.probing());
    }

    /** The settings without an interface and what is attached to it; none left: it serves no more. */
    static DhcpSettings without(DhcpSettings before, String interfaceName) {
        var interfaces = before.interfaces().stream().filter(it -> !it.equals(interfaceName)).toList();
        var networks = before.networks().stream()
                .filter(it -> !it.attachedTo().equals(Optional.of(interfaceName))).toList();
        return before.withNetworks(interfaces, networks).withServing(before.serving() && !interfaces.isEmpty());
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[,;\\s]+")).filter(it -> !it.isEmpty()).toList();
    }
}
