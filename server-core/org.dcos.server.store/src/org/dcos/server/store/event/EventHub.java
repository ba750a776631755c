package org.dcos.server.store.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers events and hands them to the subscribers, each on a virtual thread of its own. All read from one ring of the
 * newest events, so that a slow subscriber costs no memory; one that falls too far behind gets a Resync in place of
 * what it missed. Numbers begin with the microseconds since 1970, and so ascend over restarts.
 */
@Component(service = {EventPublisher.class, Events.class})
public final class EventHub implements EventPublisher, Events, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private static final int MOST_EVENTS = 100_000;
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_BEHIND = 20_000;
    private static final int HANDED_AT_ONCE = 256;

    /** A closing subscription waits so long for a call under way; it does not wait for a listener that hangs. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final int mostBehind;
    private final EventRing ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();

    public EventHub() {
        this(InstantSource.system(), MOST_EVENTS, MOST_BYTES, MOST_BEHIND);
    }

    /** @param mostBehind a subscriber that has more events than this before it gets a Resync instead */
    EventHub(InstantSource clock, int mostEvents, long mostBytes, int mostBehind) {
        this.clock = clock;
        this.mostBehind = mostBehind;
        Instant now = clock.instant();
        ring = new EventRing(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000, mostEvents, mostBytes);
    }

    @Override
    public void publish(DomainEvent event) {
        lock.lock();
        try {
            ring.add(clock.instant(), event);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
        lock.lock();
        try {
            var subscriber = new Subscriber(after.orElse(ring.newest()), listener);
            subscribers.add(subscriber);
            subscriber.thread.start();
            return subscriber;
        } finally {
            lock.unlock();
        }
    }

    @Deactivate
    @Override
    public void close() {
        subscribers.forEach(Subscriber::close);
    }

    private final class Subscriber implements Subscription {

        private final Consumer<NumberedEvent> listener;
        private final ReentrantLock calling = new ReentrantLock();
        private final Thread thread = Thread.ofVirtual().name("events").unstarted(this::run);
        private long last;
        private volatile boolean closed;

        Subscriber(long after, Consumer<NumberedEvent> listener) {
            this.last = after;
            this.listener = listener;
        }

        private void run() {
            try {
                while (!closed) {
                    next().forEach(this::hand);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** What comes next; waits for it. */
        private List<NumberedEvent> next() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (last == ring.newest()) {
                    more.await();
                }
                boolean missed = last > ring.newest() || last + 1 < ring.first() || ring.newest() - last > mostBehind;
                List<NumberedEvent> events = missed
                        ? List.of(new NumberedEvent(ring.newest(), clock.instant(), new DomainEvent.Resync()))
                        : ring.from(last + 1, HANDED_AT_ONCE);
                last = events.getLast().sequence();
                return events;
            } finally {
                lock.unlock();
            }
        }

        private void hand(NumberedEvent event) {
            calling.lock();
            try {
                if (!closed) {
                    listener.accept(event);
                }
            } catch (RuntimeException e) { // a bug of one listener; its next event may go well
                LOG.error("A listener failed on event {}", event.sequence(), e);
            } finally {
                calling.unlock();
            }
        }

        @Override
        public void close() {
            closed = true;
            subscribers.remove(this);
            if (calling.isHeldByCurrentThread()) {
                return; // the listener ends its own subscription
            }
            boolean idle = false;
            try {
                idle = calling.tryLock(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS);
                if (!idle) {
                    LOG.warn("A listener of events has not returned within {} of its end", LONGEST_CALL);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                if (idle) {
                    calling.unlock();
                }
                thread.interrupt();
            }
        }
    }
}
