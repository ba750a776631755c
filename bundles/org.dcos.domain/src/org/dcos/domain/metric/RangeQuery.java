package org.dcos.domain.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Asks for stretches of all series that match.
 *
 * @param labels those that must be equal; others may be there too
 * @param from   inclusive
 * @param to     exclusive
 * @param step   bucket width; zero asks for raw samples. At most {@link #MAX_POINTS} buckets a series
 */
public record RangeQuery(String metric, Map<String, String> labels, Instant from, Instant to, Duration step) {

    public static final int MAX_POINTS = 11_000;

    public RangeQuery {
        labels = Map.copyOf(labels);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from %s must be before to %s".formatted(from, to));
        }
        if (step.isNegative() || !step.isZero() && Duration.between(from, to).dividedBy(step) > MAX_POINTS) {
            throw new IllegalArgumentException("step %s makes more than %d points".formatted(step, MAX_POINTS));
        }
    }
}
