package org.dcos.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that the test moves: time of day and monotonic milliseconds together. */
final class TestTime implements InstantSource, LongSupplier {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private volatile long millis;

    @Override
    public Instant instant() {
        return START.plusMillis(millis);
    }

    @Override
    public long getAsLong() {
        return millis;
    }

    void advance(Duration time) {
        millis += time.toMillis();
    }
}
