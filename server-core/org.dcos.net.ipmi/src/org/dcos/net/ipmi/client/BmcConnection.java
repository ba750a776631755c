package org.dcos.net.ipmi.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.dcos.net.ipmi.command.IpmiRequest;

/**
 * A conversation with one BMC, for use on a virtual thread. While it is open the session is kept alive; closing lets it
 * end a little later, unless somebody else uses it. Thread-safe, one request at a time is in flight.
 */
public final class BmcConnection implements AutoCloseable {

    private final IpmiClient client;
    private final BmcTarget target;
    private final AtomicBoolean closed = new AtomicBoolean();

    BmcConnection(IpmiClient client, BmcTarget target) {
        this.client = client;
        this.target = target;
        client.hold(target);
    }

    public BmcTarget target() {
        return target;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IpmiException        when there is none, see its cases
     * @throws InterruptedException when interrupted meanwhile; the BMC may have got the request
     * @throws IllegalStateException in a callback of this client, whose thread would wait for itself
     */
    public <R> R send(IpmiRequest<R> request) throws IpmiException, InterruptedException {
        client.refuseOwnThread();
        var done = new CountDownLatch(1);
        var outcome = new AtomicReference<Outcome<R>>();
        var job = new Job<R>(request, result -> {
            outcome.set(result);
            done.countDown();
        });
        client.enqueue(target, job);
        try {
            done.await();
        } catch (InterruptedException e) {
            job.cancel();
            throw e;
        }
        return outcome.get().get();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            client.release(target);
        }
    }
}
