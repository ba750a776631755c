package org.dcos.domain.ip;

import java.time.Duration;

/**
 * How long addresses that were given back stay away.
 *
 * @param time           how long the wire has to be silent; 1 minute to 1 year
 * @param sweepEvery     how often the wire is asked meanwhile; 1 minute to 7 days
 * @param releaseUnasked whether addresses that cannot be asked from here become free by time alone
 */
public record QuarantineSettings(Duration time, Duration sweepEvery, boolean releaseUnasked) {

    public static final QuarantineSettings DEFAULTS = new QuarantineSettings(Duration.ofDays(7), Duration.ofHours(6),
            false);
}
