package org.dcos.net.redfish.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void lets_an_operator_go_before_those_who_poll() throws Exception {
        var turns = new Turns(10);
        List<String> order = new CopyOnWriteArrayList<>();
        var done = new CountDownLatch(3);
        turns.take(Urgency.ROUTINE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.execute(() -> turn(turns, Urgency.ROUTINE, "poll", order, done));
            workers.execute(() -> turn(turns, Urgency.ROUTINE, "poll", order, done));
            awaitWaiting(turns, 2);
            workers.execute(() -> turn(turns, Urgency.OPERATOR, "operator", order, done));
            awaitWaiting(turns, 3);

            turns.give();

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(order).containsExactly("operator", "poll", "poll");
    }

    @Test
    void turns_away_whom_it_has_no_room_for() throws Exception {
        var turns = new Turns(0);

        assertThat(turns.take(Urgency.OPERATOR)).isFalse();
    }

    private static void turn(Turns turns, Urgency urgency, String name, List<String> order, CountDownLatch done) {
        try {
            turns.take(urgency);
            order.add(name);
            turns.give();
            done.countDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitWaiting(Turns turns, int count) {
        while (turns.waiting() < count) {
            Thread.onSpinWait();
        }
    }
}
