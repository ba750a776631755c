package org.dcos.net.probe;

import java.time.Duration;

/**
 * Keeps packets to a rate.
 *
 * <p>Idea: the virtual scheduling of the generic cell rate algorithm (ITU-T I.371, annex A): each packet has a time at
 * which it should come, one interval after the last one; it may come earlier by the tolerance, so that a process that
 * wakes once a millisecond still sends thousands a second. No packet that was not sent may be sent later in addition.
 */
final class Pacer {

    private static final long TOLERANCE = Duration.ofMillis(10).toNanos();

    private final long interval;
    private long next;

    /** @param now on the monotonic clock */
    Pacer(int mostPerSecond, long now) {
        interval = Duration.ofSeconds(1).toNanos() / mostPerSecond;
        next = now;
    }

    /** Whether a packet may be sent now; if so, it counts as sent. */
    boolean take(long now) {
        if (nanosUntilNext(now) > 0) {
            return false;
        }
        next = Math.max(next - now, 0) + now + interval;
        return true;
    }

    /** How long until a packet may be sent; 0 if one may now. */
    long nanosUntilNext(long now) {
        return Math.max(next - now - TOLERANCE, 0);
    }
}
