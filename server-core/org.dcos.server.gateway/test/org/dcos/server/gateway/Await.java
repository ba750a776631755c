package org.dcos.server.gateway;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions. */
final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long LOOK_NANOS = 2_000_000;

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within %d s: %s".formatted(LONGEST.toSeconds(), what));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Await() {}
}
