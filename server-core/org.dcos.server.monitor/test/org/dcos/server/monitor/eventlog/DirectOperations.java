package org.dcos.server.monitor.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;

/** Runs work at once, in the thread of the test. */
final class DirectOperations implements OperationRunner {

    final List<Operation.Result> results = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    boolean cancelled;

    @Override
    public Operation start(String kind, String title, int total, Work work) {
        results.clear();
        String end;
        try {
            end = work.run(new Progress() {
                @Override
                public UUID operation() {
                    return new UUID(0, 1);
                }

                @Override
                public void message(String message) {
                    messages.add(message);
                }

                @Override
                public void result(Operation.Result result) {
                    results.add(result);
                }

                @Override
                public boolean cancelled() {
                    return cancelled;
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Operation(new UUID(0, 1), kind, title, Operation.State.SUCCEEDED, results.size(), total, end, "ann",
                Instant.EPOCH, Optional.empty(), results);
    }

    Operation.Result result() {
        return results.getLast();
    }
}
