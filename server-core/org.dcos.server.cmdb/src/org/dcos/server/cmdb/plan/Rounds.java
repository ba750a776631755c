package org.dcos.server.cmdb.plan;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.dcos.domain.ip.SweepReport;
import org.dcos.domain.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps the quarantine again and again, on a thread of its own, until closed. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration FIRST = Duration.ofMinutes(2);

    private final Quarantine quarantine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private final Thread thread;

    Rounds(Quarantine quarantine) {
        this.quarantine = quarantine;
        thread = Thread.ofVirtual().name("quarantine").start(this::run);
    }

    /** The time between two sweeps is another now. */
    void replan() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Supplier<Duration> wait = () -> FIRST;
        while (pause(wait)) {
            try {
                SweepReport report = quarantine.sweep();
                report.changeSet().ifPresent(set -> LOG.info("{} (change set {})", set.title(), set.number()));
            } catch (Problem e) {
                LOG.warn("The addresses in quarantine were not looked at; next time again: {}", e.getMessage());
            } catch (RuntimeException e) { // else nothing would ever be released
                LOG.error("A look at the addresses in quarantine failed unexpectedly; next time again", e);
            }
            wait = () -> quarantine.settings().sweepEvery();
        }
    }

    private boolean pause(Supplier<Duration> wait) {
        lock.lock();
        try {
            long began = System.nanoTime();
            long left = wait.get().toNanos();
            while (!closed && left > 0) {
                changed.awaitNanos(left);
                left = wait.get().toNanos() - (System.nanoTime() - began);
            }
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }
}
