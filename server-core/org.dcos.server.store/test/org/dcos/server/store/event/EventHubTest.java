package org.dcos.server.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events.Subscription;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventHubTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final EventHub hub = new EventHub(() -> NOW, 100, 100_000, 50);
    private final BlockingQueue<NumberedEvent> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void hands_over_in_order_with_ascending_numbers_without_gaps() throws InterruptedException {
        try (var _ = hub.subscribe(OptionalLong.empty(), seen::add)) {
            var deleted = publish(30);

            var events = take(30);

            assertThat(events).extracting(NumberedEvent::event).containsExactlyElementsOf(deleted);
            long first = NOW.getEpochSecond() * 1_000_000 + 2;
            assertThat(events).extracting(NumberedEvent::sequence)
                    .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> first + i).toList());
        }
    }

    @Test
    void starts_with_what_comes_after_the_subscription() throws InterruptedException {
        publish(5);
        try (var _ = hub.subscribe(OptionalLong.empty(), seen::add)) {
            var later = publish(1);

            assertThat(take(1)).extracting(NumberedEvent::event).isEqualTo(later);
        }
    }

    @Test
    void goes_on_after_a_sequence_without_losing_or_repeating() throws InterruptedException {
        NumberedEvent second;
        try (var _ = hub.subscribe(OptionalLong.empty(), seen::add)) {
            publish(4);
            second = take(4).get(1);
        }

        try (var _ = hub.subscribe(OptionalLong.of(second.sequence()), seen::add)) {
            assertThat(take(2)).extracting(NumberedEvent::sequence).containsExactly(second.sequence() + 1,
                    second.sequence() + 2);
        }
    }

    @Test
    void a_sequence_that_is_gone_or_unknown_begins_with_a_resync() throws InterruptedException {
        publish(300);
        for (long after : new long[] {1, Long.MAX_VALUE - 1}) {
            try (var _ = hub.subscribe(OptionalLong.of(after), seen::add)) {
                assertThat(take(1).getFirst().event()).isInstanceOf(DomainEvent.Resync.class);
                var next = publish(1);
                assertThat(take(1)).extracting(NumberedEvent::event).isEqualTo(next);
            }
        }
    }

    @Test
    void a_sequence_of_before_a_restart_begins_with_a_resync() throws InterruptedException {
        try (var later = new EventHub(() -> NOW.plusSeconds(1), 100, 100_000, 50);
                var _ = later.subscribe(OptionalLong.of(NOW.getEpochSecond() * 1_000_000 + 7), seen::add)) {
            assertThat(take(1).getFirst().event()).isInstanceOf(DomainEvent.Resync.class);
        }
    }

    @Test
    void a_slow_subscriber_gets_a_resync_and_holds_up_nobody() throws InterruptedException {
        var release = new CountDownLatch(1);
        var entered = new CountDownLatch(1);
        var slow = new LinkedBlockingQueue<NumberedEvent>();
        try (var _ = hub.subscribe(OptionalLong.empty(), event -> {
            slow.add(event);
            entered.countDown();
            awaitQuietly(release);
        });
                var _ = hub.subscribe(OptionalLong.empty(), seen::add)) {
            publish(1);
            entered.await();
            take(1);
            for (int i = 0; i < 20; i++) {
                publish(10);
                take(10); // the other one keeps up
            }
            release.countDown();
            slow.poll(10, TimeUnit.SECONDS);

            assertThat(slow.poll(10, TimeUnit.SECONDS).event()).isInstanceOf(DomainEvent.Resync.class);
            publish(1);
            assertThat(slow.poll(10, TimeUnit.SECONDS)).isEqualTo(take(1).getFirst());
        }
    }

    @Test
    void large_events_shorten_the_memory_instead_of_filling_it() {
        var ring = new EventRing(0, 100, 100_000);
        var statuses = IntStream.range(0, 100)
                .mapToObj(_ -> ServerStatus.unknown(UUID.randomUUID(), Reachability.UNKNOWN))
                .toList();
        for (int i = 0; i < 10; i++) {
            ring.add(NOW, new DomainEvent.StatusChanged(statuses));
        }

        assertThat(ring.newest()).isEqualTo(10);
        assertThat(ring.first()).isEqualTo(8);
        assertThat(ring.from(8, 100)).extracting(NumberedEvent::sequence).containsExactly(8L, 9L, 10L);
        assertThat(statuses.getFirst()).extracting(ServerStatus::power, ServerStatus::health, ServerStatus::powerAsOf)
                .containsExactly(PowerState.UNKNOWN, Health.UNKNOWN, Optional.empty());
    }

    @Test
    void the_ring_grows_and_wraps_without_mixing_events_up() {
        var ring = new EventRing(1_000, 150, Long.MAX_VALUE);
        var all = new ArrayList<NumberedEvent>();
        for (int i = 0; i < 1_000; i++) {
            all.add(ring.add(NOW, new DomainEvent.ServerDeleted(UUID.randomUUID())));
        }

        assertThat(ring.from(ring.first(), 1_000)).isEqualTo(all.subList(850, 1_000));
    }

    @Test
    void a_listener_that_throws_gets_the_next_event_too() throws InterruptedException {
        try (var _ = hub.subscribe(OptionalLong.empty(), event -> {
            seen.add(event);
            throw new IllegalStateException("a bug");
        })) {
            publish(2);

            assertThat(take(2)).hasSize(2);
        }
    }

    @Test
    void nothing_is_handed_over_after_closing() throws InterruptedException {
        Subscription subscription = hub.subscribe(OptionalLong.empty(), seen::add);
        publish(1);
        take(1);
        subscription.close();
        publish(10);

        try (var _ = hub.subscribe(OptionalLong.empty(), seen::add)) {
            var last = publish(1);
            assertThat(take(1)).extracting(NumberedEvent::event).isEqualTo(last);
        }
    }

    @Test
    void a_listener_may_end_its_own_subscription() throws InterruptedException {
        var own = new CountDownLatch(1);
        var holder = new Subscription[1];
        holder[0] = hub.subscribe(OptionalLong.empty(), _ -> {
            assertThatCode(() -> holder[0].close()).doesNotThrowAnyException();
            own.countDown();
        });
        publish(1);

        assertThat(own.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private List<DomainEvent> publish(int count) {
        var events = new ArrayList<DomainEvent>();
        for (int i = 0; i < count; i++) {
            events.add(new DomainEvent.ServerDeleted(UUID.randomUUID()));
            hub.publish(events.getLast());
        }
        return events;
    }

    private List<NumberedEvent> take(int count) throws InterruptedException {
        var taken = new ArrayList<NumberedEvent>();
        while (taken.size() < count) {
            var event = seen.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("event %d of %d", taken.size() + 1, count).isNotNull();
            taken.add(event);
        }
        return taken;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
