package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.dcos.net.ipmi.command.IpmiRequest;
import org.dcos.net.ipmi.wire.CipherSuite;

/**
 * Talks to any number of BMCs over few sockets: one state machine per BMC, no thread per BMC. At most one request is
 * in flight to a BMC; sessions are opened when needed, used again, and closed when idle.
 *
 * <p>Two ways in: {@link #connect} for a conversation on a virtual thread, {@link #submit} for mass polling without a
 * stack per BMC. Thread-safe. {@link #close()} ends all sessions, sockets and threads.
 */
public final class IpmiClient implements AutoCloseable {

    private final List<Shard> shards;

    /** @throws IOException when no UDP socket can be opened */
    public IpmiClient(ClientOptions options) throws IOException {
        var opened = new ArrayList<Shard>();
        try {
            for (int i = 0; i < options.shards(); i++) {
                opened.add(new Shard(i, options));
            }
        } catch (IOException e) {
            opened.forEach(Shard::close);
            throw e;
        }
        shards = List.copyOf(opened);
    }

    /** Holds a session with the BMC from its first request until the connection is closed. Does not send anything. */
    public BmcConnection connect(BmcTarget target) {
        return new BmcConnection(this, target);
    }

    /**
     * Sends a request when its turn comes.
     *
     * @param callback told exactly once what became of it, on a thread of this client that it must not block
     */
    public <R> void submit(BmcTarget target, IpmiRequest<R> request, Consumer<Outcome<R>> callback) {
        enqueue(target, new Job<>(request, callback));
    }

    void enqueue(BmcTarget target, Job<?> job) {
        shard(target).submit(target, job);
    }

    void refuseOwnThread() {
        if (shards.stream().anyMatch(Shard::isOwnThread)) {
            throw new IllegalStateException("a callback of the IPMI client must not wait for an answer");
        }
    }

    void hold(BmcTarget target) {
        shard(target).hold(target);
    }

    void release(BmcTarget target) {
        shard(target).release(target);
    }

    /**
     * Closes the sessions with a BMC as soon as they are not needed, as after its password or address has changed: BMCs
     * have room for a few only. The next request opens another.
     */
    public void forget(InetSocketAddress address) {
        shard(address).forget(address);
    }

    /** The cipher suite of the last login at this address that succeeded. */
    public Optional<CipherSuite> provenSuite(InetSocketAddress address) {
        return shard(address).provenSuite(address);
    }

    public ClientStatistics statistics() {
        return shards.stream().map(Shard::statistics).reduce(ClientStatistics::plus).orElseThrow();
    }

    /** All sessions of one address are on one shard, so that answers find them. */
    private Shard shard(BmcTarget target) {
        return shard(target.address());
    }

    private Shard shard(InetSocketAddress address) {
        return shards.get(Math.floorMod(address.hashCode() * 0x9E3779B9 >>> 16, shards.size()));
    }

    /** Requests under way end as {@link NotSent}; sessions are closed with the BMCs, waiting a bounded time. */
    @Override
    public void close() {
        try (var closers = Executors.newVirtualThreadPerTaskExecutor()) {
            shards.forEach(shard -> closers.execute(shard::close));
        }
    }
}
