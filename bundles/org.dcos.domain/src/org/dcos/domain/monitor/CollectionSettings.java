package org.dcos.domain.monitor;

import java.time.Duration;

/**
 * How often is asked, and for how long values are kept.
 *
 * @param powerInterval  between two questions for the power state of a BMC, 1 s to 1 h
 * @param sensorInterval between two readings of the sensors of a BMC, 2 s to 1 day
 * @param maxConversations most BMCs spoken with at the same time, 1 to 4096
 * @param retention      how long samples are kept, 1 hour to 5 years
 */
public record CollectionSettings(Duration powerInterval, Duration sensorInterval, int maxConversations,
        Duration retention) {

    public static final CollectionSettings DEFAULT = new CollectionSettings(Duration.ofSeconds(30),
            Duration.ofSeconds(60), 512, Duration.ofDays(90));

    /** A power state older than this is stale: two rounds missed, and a little more. */
    public Duration freshFor() {
        return powerInterval.multipliedBy(5).dividedBy(2);
    }
}
