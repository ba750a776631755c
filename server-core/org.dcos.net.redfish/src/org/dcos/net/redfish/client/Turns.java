package org.dcos.net.redfish.client;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One request at a time with a service, those of operators first. Thread-safe. */
final class Turns {

    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition forOperators = lock.newCondition();
    private final Condition forRoutine = lock.newCondition();
    private boolean taken;
    private int operators;
    private int routine;

    Turns(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** Waits for the turn. @return false at once when too many wait already */
    boolean take(Urgency urgency) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (operators + routine >= mostWaiting) {
                return false;
            }
            if (urgency == Urgency.OPERATOR) {
                operators++;
                try {
                    while (taken) {
                        forOperators.await();
                    }
                } finally {
                    operators--;
                }
            } else {
                routine++;
                try {
                    while (taken || operators > 0) {
                        forRoutine.await();
                    }
                } finally {
                    routine--;
                }
            }
            taken = true;
            return true;
        } catch (InterruptedException e) {
            wakeNext(); // the wake-up may have been for this one
            throw e;
        } finally {
            lock.unlock();
        }
    }

    void give() {
        lock.lock();
        try {
            taken = false;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return operators + routine;
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        if (operators > 0) {
            forOperators.signal();
        } else {
            forRoutine.signal();
        }
    }
}
