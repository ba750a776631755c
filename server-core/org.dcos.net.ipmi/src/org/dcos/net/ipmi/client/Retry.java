package org.dcos.net.ipmi.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The tries of one message: how many so far, since when, and until when to wait (exponential back-off with jitter).
 */
final class Retry {

    /** No single wait is longer, however slow a BMC was before. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final double JITTER = 0.2;

    private final ClientOptions options;
    private final RandomGenerator random;
    private long firstWait;
    private int attempt;
    private long startedAt;
    private long dueAt;

    Retry(ClientOptions options, RandomGenerator random) {
        this.options = options;
        this.random = random;
    }

    /**
     * A first try now.
     *
     * @param leastWait for the answer to the first try, nanoseconds; never less than the options' first timeout
     */
    void start(long now, long leastWait) {
        firstWait = Math.max(options.firstTimeout().toNanos(), leastWait);
        attempt = 0;
        startedAt = now;
        next(now);
    }

    /** A further try now. */
    void next(long now) {
        double wait = Math.min(firstWait * Math.pow(options.backOff(), attempt), LONGEST_WAIT.toNanos());
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
