package org.dcos.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: half a second, doubled with each, at most 15 s; and of that a random part
 * between half and all, so that a hundred consoles do not knock at the same moment.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 5;

    /** @param attempt 1 after the first failure */
    static Duration after(int attempt, RandomGenerator random) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, DOUBLINGS));
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    private Backoff() {}
}
