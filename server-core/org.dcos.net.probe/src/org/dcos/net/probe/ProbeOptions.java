package org.dcos.net.probe;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How addresses are asked.
 *
 * @param methods       which may be used; in the order of {@link Method}, each for the addresses silent so far
 * @param arp           for {@link Method#ARP} and {@link Method#NDP}
 * @param echo          for {@link Method#ICMP_ECHO}
 * @param ports         for {@link Method#TCP_CONNECT}
 * @param connectWait   for the answer of each port, 1 ms to 1 min
 * @param mostPerSecond packets that one question sends in a second, over all its methods; 1 to 1,000,000
 */
public record ProbeOptions(Set<Method> methods, Patience arp, Patience echo, List<Integer> ports, Duration connectWait,
        int mostPerSecond) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_RATE = 1_000_000;

    public ProbeOptions {
        methods = Set.copyOf(methods);
        ports = List.copyOf(ports);
        Patience.requireWait(connectWait);
        if (mostPerSecond < 1 || mostPerSecond > HIGHEST_RATE) {
            throw new IllegalArgumentException("%d packets a second: 1 to 1,000,000 are possible"
                    .formatted(mostPerSecond));
        }
        for (int port : ports) {
            if (port < 1 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("TCP port %d: there are 1 to 65535".formatted(port));
            }
        }
        if (methods.contains(Method.TCP_CONNECT) && ports.isEmpty()) {
            throw new IllegalArgumentException("TCP connect without a port");
        }
    }

    /**
     * All methods, 2,000 packets a second. An address that nothing uses is given up after 3.7 s: three ARP probes or
     * neighbour solicitations in 1.2 s, three echoes in 1.5 s, and connections to SSH, HTTPS, HTTP and remote desktop
     * for 1 s. RFC 5227 §1.1 has a host wait longer between its ARP probes, because a switch port may only just be
     * coming up for it; here the asking machine has long been on the network.
     */
    public static ProbeOptions defaults() {
        return new ProbeOptions(EnumSet.allOf(Method.class), new Patience(3, Duration.ofMillis(400)),
                new Patience(3, Duration.ofMillis(500)), List.of(22, 443, 80, 3389), Duration.ofSeconds(1), 2_000);
    }

    public ProbeOptions withMethods(Method first, Method... others) {
        return new ProbeOptions(EnumSet.of(first, others), arp, echo, ports, connectWait, mostPerSecond);
    }

    public ProbeOptions withPatience(Patience forArp, Patience forEcho) {
        return new ProbeOptions(methods, forArp, forEcho, ports, connectWait, mostPerSecond);
    }

    public ProbeOptions withPorts(List<Integer> some, Duration wait) {
        return new ProbeOptions(methods, arp, echo, some, wait, mostPerSecond);
    }

    public ProbeOptions withRate(int packetsPerSecond) {
        return new ProbeOptions(methods, arp, echo, ports, connectWait, packetsPerSecond);
    }
}
