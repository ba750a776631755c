package org.dcos.client.connection;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener with a virtual thread of its own, so that a slow one does not keep the others waiting. One that falls
 * {@value #CAPACITY} events behind loses them and gets a Resync instead.
 */
final class Subscriber implements Events.Subscription {

    static final int CAPACITY = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private final Consumer<NumberedEvent> listener;
    private final Consumer<Subscriber> onClose;
    private final BlockingQueue<NumberedEvent> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final ReentrantLock calling = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;

    Subscriber(Consumer<NumberedEvent> listener, Consumer<Subscriber> onClose) {
        this.listener = listener;
        this.onClose = onClose;
        this.thread = Thread.ofVirtual().name("dcos-events").start(this::deliver);
    }

    /** Called by the one thread that reads the stream. */
    void offer(NumberedEvent event) {
        if (!waiting.offer(event)) {
            waiting.clear();
            waiting.add(new NumberedEvent(event.sequence(), event.at(), new DomainEvent.Resync()));
        }
    }

    private void deliver() {
        try {
            while (!closed) {
                call(waiting.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void call(NumberedEvent event) {
        calling.lock();
        try {
            if (!closed) {
                listener.accept(event);
            }
        } catch (RuntimeException e) { // a bug in a view must not end its stream
            LOG.error("A listener failed on event {}", event.sequence(), e);
        } finally {
            calling.unlock();
        }
    }

    /** Waits for the call in hand, unless called by the listener itself; not for a listener that hangs. */
    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        waiting.clear();
        if (calling.isHeldByCurrentThread()) {
            return;
        }
        try {
            if (calling.tryLock(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS)) {
                calling.unlock();
            } else {
                LOG.warn("A listener of events has not returned within {} of its end", LONGEST_CALL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
