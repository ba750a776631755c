package org.dcos.server.cmdb;

import java.util.concurrent.locks.ReentrantLock;

import org.osgi.service.component.annotations.Component;

/** Lets one writer of the inventory at a time check and store, in the order they came. */
@Component(service = WriterTurn.class)
public final class WriterTurn {

    private final ReentrantLock lock = new ReentrantLock(true);

    /** What a writer does in its turn. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    public <T, X extends Exception> T take(Work<T, X> work) throws X {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
