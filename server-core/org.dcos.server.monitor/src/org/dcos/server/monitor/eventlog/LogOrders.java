package org.dcos.server.monitor.eventlog;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner.Progress;

/** Carries out what operators order, and says in words how it went. */
final class LogOrders {

    /** So many entries are read before it is looked whether the order was cancelled. */
    private static final int PIECE = 512;
    /** A log that gets an entry again and again while it is being cleared is left as it is after so many tries. */
    private static final int TRIES = 5;

    private final LogReading reading;

    LogOrders(LogReading reading) {
        this.reading = reading;
    }

    String read(Bmc bmc, String name, BmcEndpoint endpoint, Progress progress) throws InterruptedException {
        try {
            int added = readAll(bmc, endpoint, progress::cancelled, progress::message);
            if (progress.cancelled()) {
                return "Cancelled; what was read is kept.";
            }
            return end(progress, bmc, name, true, "read", added == 0 ? "There is nothing new."
                    : added == 1 ? "1 new entry is kept." : "%,d new entries are kept.".formatted(added));
        } catch (BmcFailure e) {
            return end(progress, bmc, name, false, "failed", e.getMessage());
        }
    }

    private int readAll(Bmc bmc, BmcEndpoint endpoint, BooleanSupplier cancelled, Consumer<String> tell)
            throws BmcFailure, InterruptedException {
        int added = 0;
        int read = 0;
        boolean more = true;
        while (more && !cancelled.getAsBoolean()) {
            var step = reading.readOn(bmc, endpoint, PIECE, true);
            added += step.added();
            read += step.read();
            more = step.more();
            tell.accept("%,d entries read; the BMC has %,d.".formatted(read, step.now().state().onBmc()));
        }
        return added;
    }

    String clear(Bmc bmc, String name, BmcEndpoint endpoint, Progress progress) throws InterruptedException {
        try {
            readAll(bmc, endpoint, progress::cancelled, progress::message);
            for (int i = 0; i < TRIES && !progress.cancelled(); i++) {
                switch (reading.clear(bmc, endpoint, PIECE)) {
                    case CLEARED -> {
                        return end(progress, bmc, name, true, "cleared",
                                "The log is cleared; all that was in it is kept.");
                    }
                    case EMPTY -> {
                        return end(progress, bmc, name, true, "empty",
                                "The log was empty; there was nothing to clear.");
                    }
                    case GREW -> progress.message("An entry came in meanwhile; reading it first.");
                }
            }
            if (progress.cancelled()) {
                return "Cancelled; the log was not cleared, what was read is kept.";
            }
            return end(progress, bmc, name, false, "grew", ("Entries kept coming in; the log of %s was not cleared, "
                    + "all that was read is kept. Look at what it writes, then try again.").formatted(name));
        } catch (BmcFailure e) {
            return end(progress, bmc, name, false, "failed", e.getMessage());
        }
    }

    private static String end(Progress progress, Bmc bmc, String name, boolean ok, String outcome, String message) {
        progress.result(new Result(name, bmc.server(), ok, outcome, message));
        return message;
    }
}
