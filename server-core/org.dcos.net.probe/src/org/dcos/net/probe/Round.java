package org.dcos.net.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import org.dcos.net.probe.socket.Sent;

/**
 * Asks many targets over one medium, each until it answers or has been asked often enough. Runs on the caller's thread.
 *
 * <p>Idea: the wait for an answer is the same for all and for each try, so targets that were asked stand in a queue
 * that is in order of time by itself: its head is the only one whose time may be over. Between few packets the medium
 * is read, lest answers overflow its buffer.
 *
 * @param <A> the family of the targets
 */
final class Round<A extends InetAddress> {

    /** Packets sent before answers are read. */
    private static final int BATCH = 32;

    /** An interrupt is noticed after so long, as the system's wait does not know of it. */
    private static final long LONGEST_AWAIT_MILLIS = 20;

    private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private record Asked<A>(A target, int tries, long until) {}

    private final Medium<A> medium;
    private final Patience patience;
    private final Pacer pacer;
    private final LongSupplier clock;

    private final Map<A, Evidence> answered = new HashMap<>();
    private final Map<A, String> refused = new HashMap<>();
    private final Queue<Asked<A>> asked = new ArrayDeque<>();
    private final Queue<A> unasked = new ArrayDeque<>();
    private final Set<A> open = new LinkedHashSet<>();

    /** @param clock monotonic, nanoseconds */
    Round(Medium<A> medium, Patience patience, Pacer pacer, LongSupplier clock) {
        this.medium = medium;
        this.patience = patience;
        this.pacer = pacer;
        this.clock = clock;
    }

    RoundResult run(Collection<A> targets) throws InterruptedException {
        open.addAll(targets);
        unasked.addAll(open);
        while (!open.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the question was cancelled");
            }
            int sent = 0;
            while (sent < BATCH && sendNext()) {
                sent++;
            }
            boolean received = medium.receive(clock.getAsLong(), this::take);
            if (sent < BATCH && !received && !open.isEmpty()) {
                medium.await((int) awaitMillis(clock.getAsLong()));
            }
        }
        return RoundResult.of(answered, refused);
    }

    private void take(A target, Evidence evidence) {
        if (open.remove(target)) {
            answered.put(target, evidence);
        }
    }

    /** Sends one packet; false if none is due, none may be sent, or the system takes none. */
    private boolean sendNext() {
        long now = clock.getAsLong();
        forgetAnsweredAndSilent(now);
        var again = asked.peek();
        boolean repeat = again != null && isOver(again, now);
        var target = repeat ? again.target() : unasked.peek();
        if (target == null || !pacer.take(now)) {
            return false;
        }
        return switch (medium.send(target, now)) {
            case Sent.Done() -> {
                int tries = repeat ? asked.remove().tries() + 1 : 1;
                if (!repeat) {
                    unasked.remove();
                }
                asked.add(new Asked<>(target, tries, now + patience.each().toNanos()));
                yield true;
            }
            case Sent.Busy() -> false;
            case Sent.Refused(String why) -> {
                refuse(target, why, repeat);
                yield true;
            }
        };
    }

    /** A target that was asked once is silent rather than refused. */
    private void refuse(A target, String why, boolean repeat) {
        open.remove(target);
        if (repeat) {
            asked.remove();
        } else {
            unasked.remove();
            refused.put(target, why);
        }
    }

    private void forgetAnsweredAndSilent(long now) {
        while (!unasked.isEmpty() && !open.contains(unasked.peek())) {
            unasked.remove();
        }
        for (var head = asked.peek(); head != null; head = asked.peek()) {
            boolean silent = head.tries() >= patience.tries() && isOver(head, now);
            if (silent) {
                open.remove(head.target());
            }
            if (open.contains(head.target())) {
                return;
            }
            asked.remove();
        }
    }

    private static boolean isOver(Asked<?> one, long now) {
        return one.until() - now <= 0;
    }

    private long awaitMillis(long now) {
        var head = asked.peek();
        long nanos = head == null ? Long.MAX_VALUE : head.until() - now;
        if (!unasked.isEmpty() || nanos <= 0) {
            nanos = pacer.nanosUntilNext(now);
        }
        return Math.clamp(Math.ceilDiv(nanos, NANOS_PER_MILLI), 1, LONGEST_AWAIT_MILLIS);
    }
}
