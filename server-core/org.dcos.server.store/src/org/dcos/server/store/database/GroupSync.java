package org.dcos.server.store.database;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Lets writers that come at the same time share one flush of the file. */
final class GroupSync {

    private final Runnable flush;
    private final AtomicLong wanted = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private long flushed;

    /** @param flush puts on disk all that was committed before it was called */
    GroupSync(Runnable flush) {
        this.flush = flush;
    }

    /** Returns when a flush that began after this call has ended. */
    void await() {
        long mine = wanted.incrementAndGet();
        turn.lock();
        try {
            if (flushed < mine) {
                long upTo = wanted.get();
                flush.run();
                flushed = upTo;
            }
        } finally {
            turn.unlock();
        }
    }
}
