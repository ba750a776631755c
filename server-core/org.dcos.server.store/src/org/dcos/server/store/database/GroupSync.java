package org.dcos.server.store.database;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writers that come at the same time share one flush of the file. No transaction is under way while it flushes: H2
 * takes the roots of its trees one after the other when it stores a version (MVStore.collectChangedMapRoots of
 * 2.4.240), and a transaction that writes meanwhile can come to stand in it by a half that nothing takes back after a
 * kill.
 */
final class GroupSync {

    private final Lock writing;
    private final Runnable flush;
    private final AtomicLong wanted = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private long flushed;

    /**
     * @param writing held by whoever has a transaction under way
     * @param flush   puts on disk all that was committed before it was called
     */
    GroupSync(Lock writing, Runnable flush) {
        this.writing = writing;
        this.flush = flush;
    }

    /** Returns when a flush that began after this call has ended. */
    void await() {
        long mine = wanted.incrementAndGet();
        turn.lock();
        try {
            if (flushed < mine) {
                flushed = flushAlone();
            }
        } finally {
            turn.unlock();
        }
    }

    private long flushAlone() {
        writing.lock();
        try {
            long upTo = wanted.get();
            flush.run();
            return upTo;
        } finally {
            writing.unlock();
        }
    }
}
