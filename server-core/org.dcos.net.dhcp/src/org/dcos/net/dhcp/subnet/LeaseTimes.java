package org.dcos.net.dhcp.subnet;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a lease lasts: as long as the client asks for, within bounds, or as usual. It is renewed after a half and
 * rebound after seven eighths of it (RFC 2131 §4.4.5).
 */
public record LeaseTimes(Duration usual, Duration shortest, Duration longest) {

    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofDays(3650);

    public LeaseTimes {
        if (shortest.compareTo(LEAST) < 0 || usual.compareTo(shortest) < 0 || longest.compareTo(usual) < 0
                || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(("lease times of %d s as usual, %d s at least, %d s at most: they have "
                    + "to be between 10 s and 10 years, in this order").formatted(usual.toSeconds(),
                            shortest.toSeconds(), longest.toSeconds()));
        }
    }

    /** Always the same time. */
    public static LeaseTimes of(Duration usual) {
        return new LeaseTimes(usual, usual, usual);
    }

    /** @param asked seconds */
    public Duration granted(Optional<Long> asked) {
        long seconds = asked.orElse(usual.toSeconds());
        return Duration.ofSeconds(Math.clamp(seconds, shortest.toSeconds(), longest.toSeconds()));
    }
}
