package org.dcos.net.redfish.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Speaks with any number of Redfish services. Sessions are shared and kept open from one conversation to the next;
 * {@link #close} ends them with the services. Thread-safe; calls block.
 */
public final class RedfishClient implements AutoCloseable {

    /** Sessions run out by themselves: nobody waits long for their end when the process ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Line line;
    private final Map<RedfishTarget, Peer> peers = new ConcurrentHashMap<>();

    public RedfishClient(RedfishOptions options, CertificateTrust trust) {
        this.line = new Line(options, trust);
    }

    /** Asks without a login whether a Redfish service is there, anew each time. */
    public Greeting greet(RedfishTarget target, Duration wait) throws RedfishException, InterruptedException {
        return new Peer(target, line).greet(wait);
    }

    /** Costs nothing: the first request opens a session when there is none. */
    public RedfishConnection connect(RedfishTarget target, RedfishLogin login, Urgency urgency) {
        return new RedfishConnection(peers.computeIfAbsent(target, _ -> new Peer(target, line)), login, urgency);
    }

    /** Ends the session with a service, and knows nothing of it any more. */
    public void forget(RedfishTarget target) throws InterruptedException {
        Peer peer = peers.remove(target);
        if (peer != null) {
            peer.end(FAREWELL);
        }
    }

    @Override
    public void close() {
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        peers.values().forEach(peer -> workers.execute(() -> {
            try {
                peer.end(FAREWELL);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        peers.clear();
        workers.shutdown();
        try {
            workers.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        line.close();
    }
}
