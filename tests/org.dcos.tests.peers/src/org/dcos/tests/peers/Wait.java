package org.dcos.tests.peers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions, never for time to pass. */
public final class Wait {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Wait() {}

    /** @throws AssertionError naming the condition, with what was seen last, when it does not come true in time */
    public static <T> T until(String what, Duration limit, Callable<T> look, java.util.function.Predicate<T> wanted)
            throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        T seen;
        do {
            seen = look.call();
            if (wanted.test(seen)) {
                return seen;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError(
                "%s did not come true within %d s; last seen: %s".formatted(what, limit.toSeconds(), seen));
    }
}
