package org.dcos.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.junit.jupiter.api.Test;

class EventFeedTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private final AtomicBoolean closed = new AtomicBoolean();
    private Consumer<NumberedEvent> listener;
    private final Events events = (_, consumer) -> {
        listener = consumer;
        return () -> closed.set(true);
    };

    @Test
    void says_at_once_that_it_is_open_and_then_beats() throws InterruptedException {
        try (var feed = new EventFeed(events, OptionalLong.empty(), SOON, () -> true)) {
            assertThat(feed.next()).hasValue(ServerSentEvent.HEARTBEAT);
            assertThat(feed.next()).hasValue(ServerSentEvent.HEARTBEAT);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void gives_a_listener_too_far_behind_what_it_holds_and_ends() throws InterruptedException {
        try (var feed = new EventFeed(events, OptionalLong.empty(), SOON, () -> true)) {
            feed.next();
            for (int i = 1; i <= EventFeed.CAPACITY + 10; i++) {
                publish(i);
            }
            Optional<String> last = Optional.empty();
            int frames = 0;
            for (Optional<String> frame = feed.next(); frame.isPresent(); frame = feed.next()) {
                last = frame;
                frames++;
                publish(10_000 + frames); // what comes after the gap must not be delivered
            }
            assertThat(frames).isEqualTo(EventFeed.CAPACITY);
            assertThat(last.orElseThrow()).startsWith("id: " + EventFeed.CAPACITY + "\n");
            assertThat(closed).isTrue();
        }
    }

    @Test
    void ends_when_the_caller_is_no_longer_let_in() throws InterruptedException {
        var allowed = new AtomicBoolean(true);
        try (var feed = new EventFeed(events, OptionalLong.empty(), SOON, allowed::get)) {
            feed.next();
            feed.next();
            allowed.set(false);
            Optional<String> frame = feed.next();
            for (int i = 0; i < 3 && frame.isPresent(); i++) {
                frame = feed.next();
            }
            assertThat(frame).isEmpty();
        }
    }

    @Test
    void close_wakes_who_waits() throws InterruptedException {
        var feed = new EventFeed(events, OptionalLong.empty(), Duration.ofMinutes(5), () -> true);
        feed.next();
        Thread closer = Thread.ofVirtual().start(feed::close);
        assertThat(feed.next()).isEmpty();
        closer.join();
    }

    private void publish(long sequence) {
        listener.accept(new NumberedEvent(sequence, Instant.EPOCH, new DomainEvent.PlacesChanged()));
    }
}
