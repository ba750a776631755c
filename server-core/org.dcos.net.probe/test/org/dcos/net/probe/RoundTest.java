package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.dcos.net.probe.socket.Sent;
import org.dcos.net.probe.wire.Ipv4;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Inet4Address A = Ipv4.address(0xC0000201);
    private static final Inet4Address B = Ipv4.address(0xC0000202);
    private static final Evidence ECHO = new Evidence.Echo(Duration.ofMillis(1));
    private static final Patience THRICE = new Patience(3, Duration.ofMillis(100));

    private long now;

    /** Time goes on only while it is waited; answers come with the next reading. */
    private class Fake implements Medium<Inet4Address> {

        final List<String> sent = new ArrayList<>();
        final Queue<Inet4Address> answers = new ArrayDeque<>();
        long longestAwait;

        @Override
        public Sent send(Inet4Address target, long at) {
            sent.add(target.getHostAddress() + "@" + at / 1_000_000);
            return new Sent.Done();
        }

        @Override
        public boolean receive(long at, BiConsumer<Inet4Address, Evidence> to) {
            boolean any = !answers.isEmpty();
            answers.forEach(target -> to.accept(target, ECHO));
            answers.clear();
            return any;
        }

        @Override
        public void await(int milliseconds) {
            longestAwait = Math.max(longestAwait, milliseconds);
            now += milliseconds * 1_000_000L;
        }
    }

    private Round<Inet4Address> round(Medium<Inet4Address> medium, int rate) {
        return new Round<>(medium, THRICE, new Pacer(rate, now), () -> now);
    }

    @Test
    void a_silent_target_is_asked_as_often_as_said_and_waited_for_after_the_last_time() throws Exception {
        var medium = new Fake();

        var result = round(medium, 1_000).run(List.of(A));

        assertThat(medium.sent).containsExactly("192.0.2.1@0", "192.0.2.1@100", "192.0.2.1@200");
        assertThat(now).isEqualTo(300_000_000L);
        assertThat(result).isEqualTo(new RoundResult(Map.of(), Map.of()));
    }

    @Test
    void a_target_that_has_answered_is_asked_no_more_and_ends_the_round() throws Exception {
        var medium = new Fake() {
            @Override
            public Sent send(Inet4Address target, long at) {
                answers.add(target);
                return super.send(target, at);
            }
        };

        var result = round(medium, 1_000).run(List.of(A, B));

        assertThat(medium.sent).hasSize(2);
        assertThat(now).isZero();
        assertThat(result.answered()).containsOnlyKeys(A, B);
    }

    @Test
    void an_answer_to_an_earlier_try_counts() throws Exception {
        var medium = new Fake() {
            @Override
            public void await(int milliseconds) {
                super.await(milliseconds);
                if (now >= 150_000_000L) {
                    answers.add(A);
                }
            }
        };

        var result = round(medium, 1_000).run(List.of(A, B));

        assertThat(result.answered()).containsOnlyKeys(A);
        assertThat(medium.sent).filteredOn(it -> it.startsWith("192.0.2.1@")).hasSize(2);
        assertThat(medium.sent).filteredOn(it -> it.startsWith("192.0.2.2@")).hasSize(3);
    }

    @Test
    void a_thousand_silent_targets_at_a_thousand_a_second_take_three_seconds() throws Exception {
        var medium = new Fake();
        var targets = IntStream.rangeClosed(1, 1_000).mapToObj(i -> Ipv4.address(0xC6120000 + i)).toList();

        round(medium, 1_000).run(targets);

        assertThat(medium.sent).hasSize(3_000);
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofMillis(3_000), Duration.ofMillis(3_300));
    }

    @Test
    void a_target_that_the_system_refuses_is_told_with_the_reason() throws Exception {
        var medium = new Fake() {
            @Override
            public Sent send(Inet4Address target, long at) {
                return target.equals(A) ? new Sent.Refused("no route") : super.send(target, at);
            }
        };

        assertThat(round(medium, 1_000).run(List.of(A, B)).refused()).isEqualTo(Map.of(A, "no route"));
    }

    @Test
    void a_busy_system_is_tried_again_soon() throws Exception {
        var medium = new Fake() {
            private int refusals = 3;

            @Override
            public Sent send(Inet4Address target, long at) {
                return refusals-- > 0 ? new Sent.Busy() : super.send(target, at);
            }
        };

        round(medium, 1_000).run(List.of(A));

        assertThat(medium.sent).hasSize(3).first().isEqualTo("192.0.2.1@3");
    }

    @Test
    void an_interrupt_ends_the_round() {
        var medium = new Fake();

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> round(medium, 1_000).run(List.of(A)));
        assertThat(medium.sent).isEmpty();
    }

    @Test
    void the_system_is_never_waited_for_so_long_that_an_interrupt_goes_unnoticed() throws Exception {
        var medium = new Fake();

        round(medium, 1).run(List.of(A, B));

        assertThat(medium.longestAwait).isLessThanOrEqualTo(20);
    }

    @Test
    void nothing_asked_is_nothing_found() throws Exception {
        assertThat(round(new Fake(), 1).run(List.of())).isEqualTo(new RoundResult(Map.of(), Map.of()));
    }
}
