package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.server.ConflictProbe;
import org.dcos.net.dhcp.server.DhcpServer;
import org.dcos.net.dhcp.server.ServerListener;
import org.dcos.net.dhcp.subnet.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server, and what it takes to have it run as planned: the same one goes on by another configuration, and
 * another one with the same leases begins where the interfaces are others. Not for several threads at once, but for
 * {@link #leases()} and {@link #server()}.
 */
final class Serving implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    /** Leases that ended before are forgotten when the journal is opened. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    /** An interface as it was when its port was opened; it may have been taken away and come back as another. */
    private record Opened(int index, Inet4Address address) {}

    private final Path folder;
    private final ConflictProbe probe;
    private final ServerListener listener;
    private final InstantSource clock;
    private final Map<String, Opened> opened = new HashMap<>();
    private volatile Optional<DhcpServer> server = Optional.empty();
    private volatile List<Lease> last;
    private Optional<Configuration> configuration = Optional.empty();

    Serving(Path folder, ConflictProbe probe, ServerListener listener, InstantSource clock) {
        this.folder = folder;
        this.probe = probe;
        this.listener = listener;
        this.clock = clock;
        last = stored();
    }

    private List<Lease> stored() {
        try (var journal = journal()) {
            return List.copyOf(journal.leases());
        } catch (IOException e) {
            LOG.warn("The leases that DHCP gave earlier cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private LeaseJournal journal() throws IOException {
        return LeaseJournal.open(folder, clock.instant().minus(REMEMBERED));
    }

    Optional<DhcpServer> server() {
        return server;
    }

    /** Of the running server, else as they were when the last one ended. */
    List<Lease> leases() {
        return server.map(DhcpServer::leases).orElse(last);
    }

    /** Interfaces that are served. */
    Set<String> interfaces() {
        return Set.copyOf(opened.keySet());
    }

    /**
     * Serves as planned, as far as it can be.
     *
     * @return what cannot, by the name of the interface
     */
    Map<String, Trouble> serve(ServingPlan plan, List<Host> hosts) {
        var troubles = new LinkedHashMap<String, Trouble>();
        var open = new HashMap<String, Opened>();
        for (var one : plan.interfaces().entrySet()) {
            int index = hosts.stream().filter(it -> it.name().equals(one.getKey())).mapToInt(Host::index).findFirst()
                    .orElse(0);
            var now = new Opened(index, one.getValue());
            boolean same = Optional.ofNullable(opened.get(one.getKey())).filter(it -> it.index == index).isPresent();
            try {
                if (!same) {
                    DhcpServer.check(one.getKey());
                }
                open.put(one.getKey(), now);
            } catch (IOException e) {
                troubles.put(one.getKey(), Trouble.of(e));
            }
        }
        if (open.isEmpty()) {
            stop();
        } else {
            serve(plan.configuration(open.keySet()), open, troubles);
        }
        return troubles;
    }

    private void serve(Configuration next, Map<String, Opened> open, Map<String, Trouble> troubles) {
        if (server.isPresent() && open.equals(opened)) {
            if (!configuration.equals(Optional.of(next))) {
                server.get().configure(next);
                configuration = Optional.of(next);
            }
            return;
        }
        stop();
        try {
            server = Optional.of(DhcpServer.start(next, journal(), probe, listener, clock));
            configuration = Optional.of(next);
            opened.putAll(open);
            LOG.info("DHCP is served on {}", new HashSet<>(open.keySet()));
        } catch (IOException e) {
            open.keySet().forEach(it -> troubles.put(it, Trouble.of(e)));
        }
    }

    /** Ends; what was given stays given. */
    void stop() {
        if (server.isEmpty()) {
            return;
        }
        var ending = server.get();
        try {
            last = ending.leases();
            server = Optional.empty();
            ending.close();
            last = ending.leases();
            LOG.info("DHCP is served no more on {}", opened.keySet());
        } catch (IOException e) {
            LOG.warn("DHCP did not end as it should: {}", e.getMessage());
        } finally {
            configuration = Optional.empty();
            opened.clear();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
