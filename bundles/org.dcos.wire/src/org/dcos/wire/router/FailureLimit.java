package org.dcos.wire.router;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed sign-ins by origin, in fixed windows. Knows at most {@link #MAX_ORIGINS} origins and forgets the one
 * heard of longest ago first. Thread-safe.
 */
final class FailureLimit {

    /** Failed sign-ins after which an origin has to wait. */
    static final int MAX_FAILURES = 10;
    /** From the first failure on, how long they count together. */
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MAX_ORIGINS = 10_000;

    private record Failures(Instant since, int count) {}

    private final Map<String, Failures> byOrigin = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ORIGINS;
        }
    };

    synchronized void failed(String origin, Instant now) {
        byOrigin.merge(origin, new Failures(now, 1),
                (old, first) -> over(old, now) ? first : new Failures(old.since(), old.count() + 1));
    }

    /** How long the origin has to wait before it may try again; zero when it need not. */
    synchronized Duration wait(String origin, Instant now) {
        Failures failures = byOrigin.get(origin);
        return failures == null || failures.count() < MAX_FAILURES || over(failures, now) ? Duration.ZERO
                : Duration.between(now, failures.since().plus(WINDOW));
    }

    private static boolean over(Failures failures, Instant now) {
        return !now.isBefore(failures.since().plus(WINDOW));
    }
}
