package org.dcos.net.ipmi.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The tries of one message: how many so far, since when, and until when to wait (exponential back-off with jitter). */
final class Retry {

    private static final double JITTER = 0.2;

    private final ClientOptions options;
    private final RandomGenerator random;
    private int attempt;
    private long startedAt;
    private long dueAt;

    Retry(ClientOptions options, RandomGenerator random) {
        this.options = options;
        this.random = random;
    }

    /** A first try now. */
    void start(long now) {
        attempt = 0;
        startedAt = now;
        next(now);
    }

    /** A further try now. */
    void next(long now) {
        double wait = options.firstTimeout().toNanos() * Math.pow(options.backOff(), attempt);
        attempt++;
        dueAt = now + (long) (wait * (1 + JITTER * (2 * random.nextDouble() - 1)));
    }

    int attempt() {
        return attempt;
    }

    long dueAt() {
        return dueAt;
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    Duration waited(long now) {
        return Duration.ofNanos(now - startedAt);
    }
}
