package org.dcos.net.ipmi.client;

import java.time.Duration;

/**
 * How hard a shard may press: how many conversations at once, and how long an answer may take before a message is sent
 * again.
 *
 * <p>Idea: BMCs that do not answer say nothing about the way to the others, but answers that come ever later say that
 * the way, or this process, is at its limit; sending again then makes it worse until nothing gets through. So only the
 * time of answers counts, as in delay-based congestion control (TCP Vegas, RFC 6297 §2), and of it the median, which a
 * tenth of slow BMCs cannot move. The median is estimated without keeping samples: up a step when a sample is above,
 * down a step when below (Ma, Muthukrishnan, Sandler: "Frugal Streaming for Estimating Quantiles", 2013), with steps in
 * proportion, so that it finds the order of magnitude within about a hundred answers.
 */
final class Pace {

    /** Answers later than this by the median mean that there is a queue somewhere. */
    private static final double CALM_NANOS = Duration.ofMillis(200).toNanos();

    private static final double STEP = 1.05;
    private static final double LEAST_NANOS = Duration.ofNanos(100_000).toNanos();

    /** Conversations at once at the start, and at the least. */
    static final int LEAST = 32;
    static final int FIRST = 128;

    /** An answer may take so many times the median before its message is sent again. */
    private static final int PATIENCE = 4;

    private final int most;
    private double median = Duration.ofMillis(5).toNanos();
    private int window;

    /** @param most conversations at once, however fast the answers come */
    Pace(int most) {
        this.most = most;
        this.window = Math.min(FIRST, most);
    }

    /** @param nanos from the first try of a message to its answer */
    void answered(long nanos) {
        median = nanos > median ? median * STEP : Math.max(median / STEP, LEAST_NANOS);
        window = isCalm() ? Math.min(window + 1, most) : Math.max(window - 1, Math.min(LEAST, most));
    }

    /** Answers come quickly: a BMC that has not answered in a second is slow or silent by itself. */
    boolean isCalm() {
        return median < CALM_NANOS;
    }

    /** Conversations at once. */
    int window() {
        return window;
    }

    /** Least wait for an answer before a message is sent again. */
    long leastWaitNanos() {
        return (long) (PATIENCE * median);
    }
}
