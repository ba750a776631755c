package org.dcos.client.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.dcos.client.service.Calls;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Problem;

/**
 * Hands the events of the connection's one stream to all listeners. Who wants to go on after an older event gets a
 * stream of its own.
 */
final class EventHub implements Events {

    private final Calls calls;
    private final Duration silence;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<Thread> ownStreams = new CopyOnWriteArrayList<>();
    private volatile long last;

    EventHub(Calls calls, Duration silence) {
        this.calls = calls;
        this.silence = silence;
    }

    void publish(NumberedEvent event) {
        last = event.sequence();
        subscribers.forEach(s -> s.offer(event));
    }

    /** Something may have been missed: everybody loads again. */
    void resync() {
        var event = new NumberedEvent(last, Instant.now(), new DomainEvent.Resync());
        subscribers.forEach(s -> s.offer(event));
    }

    @Override
    public Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
        if (after.isEmpty()) {
            var subscriber = new Subscriber(listener, subscribers::remove);
            subscribers.add(subscriber);
            return subscriber;
        }
        var subscriber = new Subscriber(listener, _ -> {});
        var stream = new EventStream(calls, after, silence);
        Thread thread = Thread.ofVirtual().name("dcos-events-own").unstarted(() -> follow(stream, subscriber));
        ownStreams.add(thread);
        thread.start();
        return () -> {
            thread.interrupt();
            ownStreams.remove(thread);
            stream.close();
            subscriber.close();
        };
    }

    private static void follow(EventStream stream, Subscriber subscriber) {
        try (stream) {
            for (int attempt = 1; !Thread.currentThread().isInterrupted(); attempt++) {
                try {
                    stream.open();
                    attempt = 0;
                    stream.read(subscriber::offer);
                } catch (java.io.IOException | Problem _) {
                    // the connection's own stream tells the user about it
                }
                Thread.sleep(Backoff.after(Math.max(1, attempt), ThreadLocalRandom.current()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        ownStreams.forEach(Thread::interrupt);
        subscribers.forEach(Subscriber::close);
    }
}
