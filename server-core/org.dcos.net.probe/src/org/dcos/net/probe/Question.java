package org.dcos.net.probe;

import java.io.IOException;
import java.net.Inet4Address;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dcos.net.probe.socket.SocketFailed;
import org.dcos.net.probe.wire.Ipv4;

/** One question about some addresses: the methods in their order, each for the addresses that have not answered yet. */
final class Question {

    /** 240.0.0.0/4 is reserved (RFC 1112 §4) and holds the limited broadcast address. */
    private static final int FIRST_RESERVED_OCTET = 240;

    private final Means means;
    private final ProbeOptions options;
    private final Pacer pacer;

    Question(Means means, ProbeOptions options) {
        this.means = means;
        this.options = options;
        this.pacer = new Pacer(options.mostPerSecond(), means.clock().getAsLong());
    }

    Map<Inet4Address, Finding> ask(Collection<Inet4Address> addresses) throws IOException, InterruptedException {
        var networks = means.networks().now();
        var ledger = new Ledger(addresses);
        var noHosts = ledger.unanswered().stream().filter(it -> isNoHost(it, networks)).toList();
        for (var method : Method.values()) {
            var left = new LinkedHashSet<>(ledger.unanswered());
            noHosts.forEach(left::remove);
            ledger.omitted(noHosts, method, Omission.Reason.NOT_A_HOST, "No host can have this address.");
            if (!options.methods().contains(method)) {
                ledger.omitted(left, method, Omission.Reason.NOT_WANTED, "The question left this method out.");
            } else {
                switch (method) {
                    case ARP -> arp(left, networks, ledger);
                    case ICMP_ECHO -> echo(left, ledger);
                    case TCP_CONNECT -> connect(left, ledger);
                }
            }
        }
        return ledger.findings();
    }

    /** Multicast, reserved, "this network" (RFC 1122 §3.2.1.3), and broadcasts of the networks here. */
    private static boolean isNoHost(Inet4Address address, List<AttachedNetwork> networks) {
        int first = Ipv4.bits(address) >>> 24;
        return first == 0 || first >= FIRST_RESERVED_OCTET || address.isMulticastAddress()
                || networks.stream().anyMatch(network -> network.isOfAllHosts(address));
    }

    /** One Ethernet after the other: two of them may carry the same network, and the address be used on either. */
    private void arp(Set<Inet4Address> left, List<AttachedNetwork> networks, Ledger ledger)
            throws InterruptedException {
        var unattached = new LinkedHashSet<>(left);
        networks.forEach(network -> left.remove(network.address())); // nobody answers himself
        var ethernets = networks.stream().filter(it -> it.ethernet().isPresent())
                .collect(Collectors.groupingBy(AttachedNetwork::index, LinkedHashMap::new, Collectors.toList()));
        for (var ethernet : ethernets.values()) {
            left.retainAll(ledger.unanswered());
            var inside = left.stream().filter(it -> ethernet.stream().anyMatch(network -> network.contains(it)))
                    .toList();
            unattached.removeAll(inside);
            if (!inside.isEmpty()) {
                arp(inside, ethernet.getFirst(), ledger);
            }
        }
        ledger.omitted(unattached, Method.ARP, Omission.Reason.NOT_ATTACHED,
                "ARP asks others on a network that this machine is on with an address of its own.");
    }

    private void arp(List<Inet4Address> inside, AttachedNetwork ethernet, Ledger ledger) throws InterruptedException {
        if (means.libc().isEmpty()) {
            ledger.omitted(inside, Method.ARP, Omission.Reason.NOT_AVAILABLE_HERE, Advice.notHere("ARP"));
            return;
        }
        try (var medium = ArpMedium.open(means.libc().get(), ethernet)) {
            round(inside, medium, Method.ARP, options.arp(), ledger);
        } catch (SocketFailed e) {
            ledger.omitted(inside, Method.ARP, reason(e), Advice.forArp(ethernet.name(), e));
        }
    }

    private void echo(Set<Inet4Address> left, Ledger ledger) throws InterruptedException {
        if (left.isEmpty()) {
            return;
        }
        if (means.libc().isEmpty()) {
            ledger.omitted(left, Method.ICMP_ECHO, Omission.Reason.NOT_AVAILABLE_HERE, Advice.notHere("ICMP echo"));
            return;
        }
        try (var medium = EchoMedium.open(means.libc().get(), means.random())) {
            round(left, medium, Method.ICMP_ECHO, options.echo(), ledger);
        } catch (SocketFailed e) {
            ledger.omitted(left, Method.ICMP_ECHO, reason(e), Advice.forEcho(e));
        }
    }

    private void round(Collection<Inet4Address> targets, Medium medium, Method method, Patience patience,
            Ledger ledger) throws InterruptedException {
        var result = new Round(medium, patience, pacer, means.clock()).run(targets);
        ledger.tried(targets, new Attempt(method, patience.tries(), patience.whole()), result);
    }

    private void connect(Set<Inet4Address> left, Ledger ledger) throws InterruptedException {
        if (left.isEmpty()) {
            return;
        }
        var attempt = new Attempt(Method.TCP_CONNECT, options.ports().size(), options.connectWait());
        try {
            var result = new Knocks(options.ports(), options.connectWait(), pacer, means.clock()).run(left);
            ledger.tried(left, attempt, result);
        } catch (IOException e) {
            ledger.omitted(left, Method.TCP_CONNECT, Omission.Reason.REFUSED_BY_SYSTEM,
                    "No TCP connections could be tried: %s.".formatted(e.getMessage()));
        }
    }

    private static Omission.Reason reason(SocketFailed e) {
        return e.forbidden() ? Omission.Reason.NO_RIGHT : Omission.Reason.REFUSED_BY_SYSTEM;
    }
}
