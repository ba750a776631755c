package org.dcos.server.store.operation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;

/** An operation while it runs: its state in memory, and what of it is not stored yet. Thread-safe. */
final class RunningOperation implements OperationRunner.Progress {

    private final UUID id = UUID.randomUUID();
    private final String kind;
    private final String title;
    private final int total;
    private final String startedBy;
    private final Instant started;

    private final ArrayDeque<Operation.Result> results = new ArrayDeque<>();
    private Operation.State state = Operation.State.RUNNING;
    private String message = "";
    private Optional<Instant> ended = Optional.empty();
    private int done;
    private int ok;
    private int stored;
    private boolean changed = true;
    private volatile boolean cancelled;
    private volatile boolean givenUp;

    /**
     * What has to be stored.
     *
     * @param now   the operation without results
     * @param fresh results that are not stored yet
     * @param first position of the first of them
     */
    record Unsaved(Operation now, List<Operation.Result> fresh, int first) {}

    RunningOperation(String kind, String title, int total, String startedBy, Instant started) {
        this.kind = kind;
        this.title = title;
        this.total = total;
        this.startedBy = startedBy;
        this.started = started;
    }

    @Override
    public UUID operation() {
        return id;
    }

    @Override
    public synchronized void message(String text) {
        message = text;
        changed = true;
    }

    @Override
    public synchronized void result(Operation.Result result) {
        if (results.size() == Operation.MAX_RESULTS) {
            results.removeFirst();
        }
        results.addLast(result);
        done++;
        ok += result.ok() ? 1 : 0;
        changed = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void giveUp() {
        givenUp = true;
    }

    boolean givenUp() {
        return givenUp;
    }

    synchronized void cancel() {
        cancelled = true;
        changed = true;
    }

    synchronized void end(Operation.State how, String text, Instant at) {
        state = how;
        message = text;
        ended = Optional.of(at);
        changed = true;
    }

    /** Whether there are results, and not one of them is good. */
    synchronized boolean nothingSucceeded() {
        return done > 0 && ok == 0;
    }

    synchronized boolean incomplete() {
        return done < total;
    }

    synchronized Operation withResults() {
        return now(List.copyOf(results));
    }

    synchronized Operation withoutResults() {
        return now(List.of());
    }

    /** What changed since the last call; empty when nothing did. */
    synchronized Optional<Unsaved> takeUnsaved() {
        if (!changed) {
            return Optional.empty();
        }
        int held = Math.min(done - stored, results.size());
        var fresh = results.stream().skip(results.size() - held).toList();
        stored = done;
        changed = false;
        return Optional.of(new Unsaved(withoutResults(), fresh, done - held));
    }

    /** The store refused what {@link #takeUnsaved} gave; it is given again. */
    synchronized void notSaved(Unsaved refused) {
        stored = Math.min(stored, refused.first());
        changed = true;
    }

    /** Whether it has ended and all of it was taken to be stored. */
    synchronized boolean endIsSaved() {
        return ended.isPresent() && !changed;
    }

    private Operation now(List<Operation.Result> some) {
        return new Operation(id, kind, title, state, done, total, message, startedBy, started, ended, some);
    }
}
