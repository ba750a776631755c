package org.dcos.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.NumberedEvent;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    @Test
    void a_listener_far_behind_gets_a_resync_in_place_of_what_it_missed() throws InterruptedException {
        var received = new LinkedBlockingQueue<NumberedEvent>();
        var busy = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var subscriber = new Subscriber(event -> {
            busy.countDown();
            await(go);
            received.add(event);
        }, _ -> {});
        subscriber.offer(event(1));
        busy.await();
        for (int i = 2; i <= Subscriber.CAPACITY + 2; i++) {
            subscriber.offer(event(i));
        }
        go.countDown();
        assertThat(next(received).sequence()).isEqualTo(1);
        assertThat(next(received).event()).isInstanceOf(DomainEvent.Resync.class);
        subscriber.close();
    }

    @Test
    void a_listener_may_close_itself_and_hears_no_more() throws InterruptedException {
        var received = new LinkedBlockingQueue<NumberedEvent>();
        var self = new Subscriber[1];
        List<Subscriber> told = new ArrayList<>();
        var ready = new CountDownLatch(1);
        self[0] = new Subscriber(event -> {
            await(ready);
            received.add(event);
            self[0].close();
        }, told::add);
        ready.countDown();
        self[0].offer(event(1));
        self[0].offer(event(2));
        assertThat(next(received).sequence()).isEqualTo(1);
        assertThat(received.poll(50, TimeUnit.MILLISECONDS)).isNull();
        assertThat(told).containsExactly(self[0]);
    }

    @Test
    void a_listener_that_throws_gets_the_next_event_all_the_same() throws InterruptedException {
        var received = new LinkedBlockingQueue<NumberedEvent>();
        var subscriber = new Subscriber(event -> {
            received.add(event);
            throw new IllegalStateException("a bug in a view, as this test wants it");
        }, _ -> {});
        subscriber.offer(event(1));
        subscriber.offer(event(2));
        assertThat(next(received).sequence()).isEqualTo(1);
        assertThat(next(received).sequence()).isEqualTo(2);
        subscriber.close();
    }

    private static NumberedEvent next(BlockingQueue<NumberedEvent> queue) throws InterruptedException {
        NumberedEvent event = queue.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static NumberedEvent event(long sequence) {
        return new NumberedEvent(sequence, Instant.EPOCH, new DomainEvent.PlacesChanged());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
