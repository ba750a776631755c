package org.dcos.server.boot.dhcp;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseListener;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what happens to leases, in a thread of its own: new and renewed ones to the listeners, and that something
 * changed to whoever shows them, not more often than people look. The server never waits for it.
 */
final class LeaseNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseNews.class);
    private static final int QUEUE = 8192;
    private static final long TELL_EVERY_MILLIS = 500;
    private static final long STOP_MILLIS = 5_000;

    private final BlockingQueue<org.dcos.net.dhcp.lease.Lease> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<LeaseListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicLong missed = new AtomicLong();
    private final Function<org.dcos.net.dhcp.lease.Lease, Lease> telling;
    private final Runnable changes;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param telling how a lease is told
     * @param changes is called when leases have changed
     */
    LeaseNews(Function<org.dcos.net.dhcp.lease.Lease, Lease> telling, Runnable changes) {
        this.telling = telling;
        this.changes = changes;
        thread = Thread.ofPlatform().name("dhcp-news").start(this::run);
    }

    void add(LeaseListener listener) {
        listeners.add(listener);
    }

    void remove(LeaseListener listener) {
        listeners.remove(listener);
    }

    /** Returns at once. */
    void happened(LeaseEvent event) {
        changed.set(true);
        boolean given = switch (event.kind()) {
            case BOUND, RENEWED -> true;
            case EXPIRED, RELEASED, DECLINED, CONFLICT -> false;
        };
        if (given && !queue.offer(event.lease()) && missed.getAndIncrement() == 0) {
            LOG.warn("DHCP leases come faster than they are looked at; some are looked at when they are renewed");
        }
    }

    private void run() {
        long told = System.nanoTime();
        while (!closed) {
            try {
                if (queue.poll(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS) instanceof org.dcos.net.dhcp.lease.Lease one) {
                    tell(telling.apply(one));
                } else {
                    missed.set(0);
                }
                if (System.nanoTime() - told >= TimeUnit.MILLISECONDS.toNanos(TELL_EVERY_MILLIS)
                        && changed.getAndSet(false)) {
                    told = System.nanoTime();
                    changes.run();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("news of a DHCP lease was lost for a mistake of this program", e);
            }
        }
    }

    private void tell(Lease lease) {
        for (var listener : listeners) {
            try {
                listener.leased(lease);
            } catch (RuntimeException e) {
                LOG.error("who was told of the DHCP lease of {} failed", lease.address(), e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(STOP_MILLIS);
    }
}
