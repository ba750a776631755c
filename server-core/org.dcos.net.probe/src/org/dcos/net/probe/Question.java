package org.dcos.net.probe;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.dcos.net.probe.socket.Libc;
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

    Map<InetAddress, Finding> ask(Collection<? extends InetAddress> addresses)
            throws IOException, InterruptedException {
        var networks = means.networks().now();
        var ledger = new Ledger(addresses);
        var noHosts = ledger.unanswered().stream().filter(it -> isNoHost(it, networks)).toList();
        for (var method : Method.values()) {
            var left = ledger.unanswered().stream().filter(method::asks)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            var none = noHosts.stream().filter(left::remove).toList();
            ledger.omitted(none, method, Omission.Reason.NOT_A_HOST, "No host can have this address.");
            if (!options.methods().contains(method)) {
                ledger.omitted(left, method, Omission.Reason.NOT_WANTED, "The question left this method out.");
            } else {
                switch (method) {
                    case ARP -> onEthernet(method, ofFamily(left, Inet4Address.class), networks, ledger,
                            ArpMedium::open);
                    case NDP -> onEthernet(method, ofFamily(left, Inet6Address.class), networks, ledger,
                            NeighbourMedium::open);
                    case ICMP_ECHO -> {
                        echo(ofFamily(left, Inet4Address.class), EchoMedium::open, ledger);
                        echo(ofFamily(left, Inet6Address.class), Echo6Medium::open, ledger);
                    }
                    case TCP_CONNECT -> connect(left, ledger);
                }
            }
        }
        return ledger.findings();
    }

    private static <A extends InetAddress> Set<A> ofFamily(Set<InetAddress> addresses, Class<A> family) {
        return addresses.stream().filter(family::isInstance).map(family::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Multicast, reserved, "this network" (RFC 1122 §3.2.1.3), and broadcasts of the networks here. */
    private static boolean isNoHost(InetAddress address, List<AttachedNetwork> networks) {
        int first = address instanceof Inet4Address four ? Ipv4.bits(four) >>> 24 : 1;
        return first == 0 || first >= FIRST_RESERVED_OCTET || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || networks.stream().anyMatch(network -> network.isOfAllHosts(address));
    }

    /** Opens what carries questions on one Ethernet. */
    @FunctionalInterface
    private interface EthernetOpening<M> {
        M on(Libc libc, AttachedNetwork network) throws SocketFailed;
    }

    /** Opens what carries echoes. */
    @FunctionalInterface
    private interface EchoOpening<M> {
        M with(Libc libc, RandomGenerator random) throws SocketFailed;
    }

    /** One Ethernet after the other: two of them may carry the same network, and the address be used on either. */
    private <A extends InetAddress, M extends OpenMedium<A>> void onEthernet(Method method, Set<A> left,
            List<AttachedNetwork> networks, Ledger ledger, EthernetOpening<M> opening) throws InterruptedException {
        var unattached = new LinkedHashSet<>(left);
        networks.stream().map(AttachedNetwork::address).forEach(left::remove); // nobody answers himself
        var ethernets = networks.stream().filter(it -> it.ethernet().isPresent())
                .collect(Collectors.groupingBy(AttachedNetwork::index, LinkedHashMap::new, Collectors.toList()));
        for (var ethernet : ethernets.values()) {
            left.retainAll(ledger.unanswered());
            var inside = left.stream().filter(it -> ethernet.stream().anyMatch(network -> network.contains(it)))
                    .toList();
            unattached.removeAll(inside);
            if (!inside.isEmpty()) {
                onEthernet(method, inside, ethernet.getFirst(), ledger, opening);
            }
        }
        ledger.omitted(unattached, method, Omission.Reason.NOT_ATTACHED,
                "%s asks others on a network that this machine is on with an address of its own.".formatted(method));
    }

    private <A extends InetAddress, M extends OpenMedium<A>> void onEthernet(Method method,
            List<A> inside, AttachedNetwork ethernet, Ledger ledger, EthernetOpening<M> opening)
            throws InterruptedException {
        if (means.libc().isEmpty()) {
            ledger.omitted(inside, method, Omission.Reason.NOT_AVAILABLE_HERE, Advice.notHere(method.name()));
            return;
        }
        try (var medium = opening.on(means.libc().get(), ethernet)) {
            round(inside, medium, method, options.arp(), ledger);
        } catch (SocketFailed e) {
            ledger.omitted(inside, method, reason(e), Advice.forNeighbours(method.name(), ethernet.name(), e));
        }
    }

    private <A extends InetAddress, M extends OpenMedium<A>> void echo(Set<A> left,
            EchoOpening<M> opening, Ledger ledger) throws InterruptedException {
        if (left.isEmpty()) {
            return;
        }
        if (means.libc().isEmpty()) {
            ledger.omitted(left, Method.ICMP_ECHO, Omission.Reason.NOT_AVAILABLE_HERE, Advice.notHere("ICMP echo"));
            return;
        }
        try (var medium = opening.with(means.libc().get(), means.random())) {
            round(left, medium, Method.ICMP_ECHO, options.echo(), ledger);
        } catch (SocketFailed e) {
            ledger.omitted(left, Method.ICMP_ECHO, reason(e), Advice.forEcho(e));
        }
    }

    private <A extends InetAddress> void round(Collection<A> targets, Medium<A> medium, Method method,
            Patience patience, Ledger ledger) throws InterruptedException {
        var result = new Round<>(medium, patience, pacer, means.clock()).run(targets);
        ledger.tried(targets, new Attempt(method, patience.tries(), patience.whole()), result);
    }

    private void connect(Set<InetAddress> left, Ledger ledger) throws InterruptedException {
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
