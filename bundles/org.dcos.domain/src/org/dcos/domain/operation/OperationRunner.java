package org.dcos.domain.operation;

import java.util.UUID;

/** Runs long work on behalf of services: progress is stored and published, cancel passed on, a restart noticed. */
public interface OperationRunner {

    /** Starts the work on a virtual thread and returns at once. */
    Operation start(String kind, String title, int total, Work work);

    /** The work itself. An exception that leaves it is a bug: the operation ends FAILED and the log has the stack. */
    @FunctionalInterface
    interface Work {
        /** @return how it ended, in words */
        String run(Progress progress) throws InterruptedException;
    }

    /** How the work tells where it is. Thread-safe. */
    interface Progress {
        UUID operation();

        void message(String message);

        void result(Operation.Result result);

        boolean cancelled();

        /** The work gives up before all targets are dealt with: when it returns, the operation has FAILED. */
        default void giveUp() {
            // who only looks at results needs not know
        }
    }
}
