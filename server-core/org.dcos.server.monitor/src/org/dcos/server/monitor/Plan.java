package org.dcos.server.monitor;

import java.time.Duration;
import java.util.UUID;

import org.dcos.domain.bmc.BmcFailure;

/**
 * When to ask: pure arithmetic on milliseconds of a monotonic clock. Each BMC has a phase of its own between 0 and 1,
 * by its id, so that the questions of all BMCs lie evenly over an interval.
 */
final class Plan {

    /** A BMC that is silent is asked again at least this often, so that its return shows soon. */
    static final Duration SILENT_CAP = Duration.ofSeconds(30);
    /** A refused login is tried again at most this often: BMCs lock accounts after a few. */
    static final Duration WRONG_CREDENTIAL_CAP = Duration.ofMinutes(5);

    /** 2^64 / golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private static final int MOST_DOUBLINGS = 16;

    /** From 0, inclusive, to 1. */
    static double phase(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) * SPREAD;
        return (mixed >>> 11) * 0x1p-53;
    }

    /** The next time on the grid of this interval and phase; at least a quarter of the interval away. */
    static long nextSlot(long now, Duration interval, double phase) {
        long width = interval.toMillis();
        long offset = (long) (phase * width);
        long earliest = now + width / 4 + 1;
        return Math.ceilDiv(earliest - offset, width) * width + offset;
    }

    /** How long to wait after a conversation that failed. @param failures one after the other, 1 for the first */
    static Duration retryAfter(int failures, BmcFailure.Kind kind, Duration powerInterval) {
        Duration cap = switch (kind) {
            case SILENT, REFUSED, NO_SAFE_SUITE, GARBAGE -> SILENT_CAP;
            case WRONG_CREDENTIAL -> WRONG_CREDENTIAL_CAP;
        };
        Duration first = switch (kind) {
            case SILENT, REFUSED, NO_SAFE_SUITE, GARBAGE -> powerInterval;
            case WRONG_CREDENTIAL -> longer(powerInterval, SILENT_CAP);
        };
        Duration grown = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration most = longer(powerInterval, cap);
        return grown.compareTo(most) < 0 ? grown : most;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private Plan() {}
}
