package org.dcos.wire.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.wire.EventFrames;

/**
 * The events for one listener, as frames. Holds at most {@value #CAPACITY} events for a slow listener; one that falls
 * further behind loses its stream, and finds what it missed when it comes again with the number of its last event.
 */
public final class EventFeed implements EventFrames {

    /** Events held for a slow listener. */
    static final int CAPACITY = 1024;

    private static final NumberedEvent END = new NumberedEvent(-1, Instant.EPOCH, new DomainEvent.Resync());

    private final BlockingQueue<NumberedEvent> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Events.Subscription subscription;
    private final Duration heartbeat;
    private final BooleanSupplier stillAllowed;
    private volatile boolean overrun;
    private volatile boolean closed;
    private long checked = System.nanoTime();
    private boolean greeted;

    /**
     * @param after        go on after this event; empty starts now
     * @param heartbeat    longest silence
     * @param stillAllowed asked once per heartbeat; the feed ends when it says no
     */
    public EventFeed(Events events, OptionalLong after, Duration heartbeat, BooleanSupplier stillAllowed) {
        this.heartbeat = heartbeat;
        this.stillAllowed = stillAllowed;
        this.subscription = events.subscribe(after, this::take);
    }

    private void take(NumberedEvent event) {
        overrun = overrun || !waiting.offer(event); // after a gap nothing may follow
    }

    @Override
    public Optional<String> next() throws InterruptedException {
        if (!greeted) { // sent at once, so that the other end knows the stream is open
            greeted = true;
            return Optional.of(ServerSentEvent.HEARTBEAT);
        }
        if (closed || overrun && waiting.isEmpty() || !allowed()) {
            close();
            return Optional.empty();
        }
        NumberedEvent event = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        if (event == END || closed) {
            return Optional.empty();
        }
        return Optional.of(event == null ? ServerSentEvent.HEARTBEAT : ServerSentEvent.frame(event));
    }

    private boolean allowed() {
        if (System.nanoTime() - checked < heartbeat.toNanos()) {
            return true;
        }
        checked = System.nanoTime();
        return stillAllowed.getAsBoolean();
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        waiting.clear();
        waiting.offer(END); // wakes who waits
    }
}
