package org.dcos.server.monitor;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a piece of work on a thread of its own, when woken or when the time is over that the work itself asked for, and
 * not more often than the shortest pause says.
 */
final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final String name;
    private final long pauseNanos;
    private final LongSupplier work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean closed;
    private final Thread thread;

    /**
     * Starts.
     *
     * @param pause shortest time between two runs
     * @param work  returns in how many ms it wants to run again unless woken before
     */
    Pulse(String name, Duration pause, LongSupplier work) {
        this.name = name;
        this.pauseNanos = pause.toNanos();
        this.work = work;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long wait = 0;
        while (pause(wait)) {
            try {
                wait = Math.min(work.getAsLong(), Duration.ofDays(1).toMillis());
            } catch (RuntimeException e) { // else nothing would ever run again
                LOG.error("A run of {} failed unexpectedly; the next one comes as planned", name, e);
                wait = Duration.ofSeconds(1).toMillis();
            }
        }
    }

    /** @return false when closed */
    private boolean pause(long waitMillis) {
        lock.lock();
        try {
            long shortest = pauseNanos;
            while (!closed && shortest > 0) {
                shortest = changed.awaitNanos(shortest);
            }
            long left = waitMillis * 1_000_000 - pauseNanos;
            while (!closed && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the run in hand. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
