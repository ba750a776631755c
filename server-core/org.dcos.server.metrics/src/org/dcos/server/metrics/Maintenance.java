package org.dcos.server.metrics;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.dcos.server.metrics.log.WriteAheadLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done from time to time: checkpoints, retention, giving back space. One thread of its own. */
final class Maintenance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(10);
    private static final Duration RETAIN_EVERY = Duration.ofMinutes(30);
    private static final long CHECKPOINT_AT_LOG_BYTES = 256L << 20;
    /** A chunk that begins at the end of a day goes on for so long at most. */
    private static final long DAY_AND_CHUNK = ChunkStore.DAY_MILLIS + Series.WINDOW_MILLIS;

    private final SeriesIndex index;
    private final ChunkStore chunks;
    private final WriteAheadLog log;
    private final ReentrantReadWriteLock life;
    private final Retention retention;
    /** One piece of work at a time. */
    private final ReentrantLock work = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private Thread thread;

    /** @param life held exclusively while series are taken away */
    Maintenance(SeriesIndex index, ChunkStore chunks, WriteAheadLog log, ReentrantReadWriteLock life,
            Retention retention) {
        this.index = index;
        this.chunks = chunks;
        this.log = log;
        this.life = life;
        this.retention = retention;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("metric-maintenance").start(this::run);
    }

    private void run() {
        long checkpointed = System.nanoTime();
        long retained = checkpointed - RETAIN_EVERY.toNanos(); // once after the start
        while (pause()) {
            long now = System.nanoTime();
            retention.refresh();
            try {
                if (now - checkpointed > CHECKPOINT_EVERY.toNanos() || log.bytes() > CHECKPOINT_AT_LOG_BYTES) {
                    checkpoint();
                    checkpointed = System.nanoTime();
                }
                if (now - retained > RETAIN_EVERY.toNanos()) {
                    retain();
                    retained = System.nanoTime();
                }
            } catch (IOException e) {
                LOG.error(
                        "Metric chunks could not be written: {}. Samples stay in the log and it is tried again; look at"
                                + " the disk's free space and health",
                        e.getMessage());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) { // else no further checkpoint would ever be made
                LOG.error("A metric checkpoint failed unexpectedly; the next one is tried as planned", e);
            }
        }
    }

    /** @return false when closed */
    private boolean pause() {
        lock.lock();
        try {
            long left = LOOK_EVERY.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Brings all that is in memory into the chunk file, and deletes the log up to there. */
    void checkpoint() throws IOException, InterruptedException {
        work.lock();
        try {
            chunks.recover();
            long segment = log.rotate();
            var changedSeries = new ArrayList<Series>();
            for (var series : index.all()) {
                if (series.saveTo(chunks)) {
                    changedSeries.add(series);
                }
            }
            chunks.setNextId(index.nextId());
            chunks.commit();
            changedSeries.forEach(Series::saved);
            log.deleteBefore(segment);
            chunks.compact();
        } finally {
            work.unlock();
        }
    }

    /** Takes away days that are too old as a whole, and series that have no samples left. */
    void retain() throws IOException, InterruptedException {
        work.lock();
        try {
            chunks.recover();
            long oldest = retention.oldest();
            // chunks of a day are closed up to a window after its end
            long over = ChunkStore.day(retention.now() - Series.WINDOW_MILLIS - CHECKPOINT_EVERY.toMillis());
            boolean packed = chunks.packDayBefore(over);
            boolean days = chunks.dropDaysBefore(ChunkStore.day(oldest - Series.WINDOW_MILLIS));
            int gone = dropSeries(oldest - DAY_AND_CHUNK);
            if (packed || days || gone > 0) {
                chunks.commit();
                chunks.compact();
            }
            if (days || gone > 0) {
                LOG.info("Metrics: samples and {} series that were older than {} are deleted", gone, retention.kept());
            }
        } finally {
            work.unlock();
        }
    }

    private int dropSeries(long before) {
        life.writeLock().lock();
        try {
            int gone = 0;
            for (var series : index.all()) {
                if (series.newest() < before) {
                    index.remove(series);
                    chunks.dropSeries(series.id);
                    gone++;
                }
            }
            return gone;
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Ends the thread after what it is doing, and makes a last checkpoint. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (thread != null) {
                thread.join(TimeUnit.MINUTES.toMillis(1));
            }
            checkpoint();
        } catch (IOException e) {
            LOG.error("Metric chunks could not be written at the end: {}. The log has them", e.getMessage());
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
