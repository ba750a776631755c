package org.dcos.server.metrics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long samples are kept: a setting, looked up now and then, and cheap to ask for. Thread-safe. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final InstantSource clock;
    private final Supplier<Duration> setting;
    private volatile Duration kept;

    Retention(InstantSource clock, Supplier<Duration> setting) {
        this.clock = clock;
        this.setting = setting;
        kept = setting.get();
    }

    /** Looks the setting up again. */
    void refresh() {
        try {
            kept = setting.get();
        } catch (RuntimeException e) {
            LOG.warn("The retention of metrics cannot be looked up now; {} stays. ({})", kept, e.getMessage());
        }
    }

    Duration kept() {
        return kept;
    }

    /** Ms since 1970. */
    long now() {
        return clock.millis();
    }

    /** Samples before this time are not shown and not taken, ms since 1970. */
    long oldest() {
        return clock.millis() - kept.toMillis();
    }
}
