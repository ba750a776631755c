package org.dcos.server.cmdb.deviation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls at an interval, until it is closed. */
final class Timetable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("audit-timetable").factory());

    /** @param every zero: never */
    Timetable(Duration every, Runnable call) {
        if (!every.isZero()) {
            thread.scheduleWithFixedDelay(() -> safely(call), every.toMillis(), every.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) { // else the executor would silently drop it
            LOG.error("The audit could not be started on time", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
