package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.dhcp.OtherServer;
import org.dcos.net.dhcp.server.OtherServers;
import org.dcos.net.dhcp.wire.Ipv4;

/** Knows which other DHCP servers were seen on which network, by looking for them and by what clients said. */
final class OtherServerWatch {

    /** Asks for them on an interface, and waits. */
    @FunctionalInterface
    interface Search {
        List<org.dcos.net.dhcp.server.OtherServer> find(String interfaceName) throws IOException;
    }

    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** How long one that a client named counts, though it keeps silent when it is looked for. */
    private static final Duration HEARSAY = Duration.ofMinutes(30);

    private final Search search;
    private final InstantSource clock;
    private final Runnable changes;
    private final Map<String, Map<String, OtherServer>> seen = new HashMap<>();
    private final Map<String, Instant> looked = new HashMap<>();

    /** @param changes is called when there is one more, or one less */
    OtherServerWatch(Search search, InstantSource clock, Runnable changes) {
        this.search = search;
        this.clock = clock;
        this.changes = changes;
    }

    static Search onTheWire() {
        var random = new SecureRandom();
        return name -> new OtherServers(random).find(name, PATIENCE);
    }

    /** Looks for them; takes some seconds. */
    List<OtherServer> look(String interfaceName) throws IOException {
        var found = search.find(interfaceName);
        var now = clock.instant();
        boolean news;
        List<OtherServer> all;
        synchronized (this) {
            var before = seen.getOrDefault(interfaceName, Map.of());
            var after = new LinkedHashMap<String, OtherServer>();
            for (var one : found) {
                String address = text(one.identifier());
                after.put(address, new OtherServer(address, one.hardware().toString(), text(one.offered()),
                        Optional.ofNullable(before.get(address)).map(OtherServer::since).orElse(now), now));
            }
            before.forEach((address, one) -> {
                if (one.mac().isEmpty() && one.seen().isAfter(now.minus(HEARSAY))) {
                    after.putIfAbsent(address, one);
                }
            });
            seen.put(interfaceName, after);
            looked.put(interfaceName, now);
            news = !before.keySet().equals(after.keySet());
            all = List.copyOf(after.values());
        }
        if (news) {
            changes.run();
        }
        return all;
    }

    /** A client there took an address from that server. */
    void heard(String interfaceName, Inet4Address server) {
        var now = clock.instant();
        boolean news;
        synchronized (this) {
            var there = seen.computeIfAbsent(interfaceName, _ -> new LinkedHashMap<>());
            String address = text(server);
            var before = Optional.ofNullable(there.get(address));
            news = before.isEmpty();
            there.put(address, before.map(it -> new OtherServer(address, it.mac(), it.offered(), it.since(), now))
                    .orElse(new OtherServer(address, "", "", now, now)));
        }
        if (news) {
            changes.run();
        }
    }

    synchronized List<OtherServer> on(String interfaceName) {
        return new ArrayList<>(seen.getOrDefault(interfaceName, Map.of()).values());
    }

    synchronized Optional<Instant> looked(String interfaceName) {
        return Optional.ofNullable(looked.get(interfaceName));
    }

    private static String text(Inet4Address address) {
        return Ipv4.isNone(address) ? "" : address.getHostAddress();
    }
}
