package org.dcos.server.store.operation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.operation.Operations;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs operations, each on a virtual thread and on behalf of who started it. Progress is stored and published a few
 * times a second, the last state always. An operation ends
 * <ul>
 * <li>SUCCEEDED when the work returns and has no result, or at least one good one,
 * <li>FAILED when it returns with results of which none is good, when the work gave up, or when an exception leaves it,
 * <li>CANCELLED when it was cancelled and did not deal with all targets,
 * <li>INTERRUPTED when the server-core ends first.
 * </ul>
 */
@Component(service = {OperationRunner.class, Operations.class})
public final class StoredOperations implements OperationRunner, Operations, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredOperations.class);

    private static final Duration STORE_EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEPT = 1000;
    private static final String CUT_OFF = "The server-core ended in the middle. What was done by then is listed; "
            + "look at the rest and start it again.";

    private final JpaOperationStore store;
    private final EventPublisher events;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<UUID, Run> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("operations").factory());
    private volatile boolean closing;

    /** @param failing the store refuses; told once, not with every try */
    private record Run(RunningOperation operation, Thread thread, ReentrantLock storing, AtomicBoolean failing) {}

    @Activate
    public StoredOperations(@Reference JpaOperationStore store, @Reference EventPublisher events) {
        this(store, events, InstantSource.system(), STORE_EVERY, PATIENCE);
    }

    /**
     * @param storeEvery how often progress is stored and published
     * @param patience   how long a cancelled operation, or one at the end of the server-core, may go on with the
     *                   targets in hand before its thread is interrupted
     */
    StoredOperations(JpaOperationStore store, EventPublisher events, InstantSource clock, Duration storeEvery,
            Duration patience) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.patience = patience;
        store.tidy(clock.instant(), CUT_OFF, KEPT);
        timer.scheduleWithFixedDelay(() -> running.values().forEach(this::storeSafely), storeEvery.toMillis(),
                storeEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Operation start(String kind, String title, int total, Work work) {
        if (closing) {
            throw new IllegalStateException("the server-core is ending, '%s' is not started".formatted(title));
        }
        Caller caller = Caller.current();
        var operation = new RunningOperation(kind, title, total, caller.name(), clock.instant());
        Thread thread = Thread.ofVirtual().name("operation-" + kind).unstarted(() -> run(operation, work, caller));
        var run = new Run(operation, thread, new ReentrantLock(), new AtomicBoolean());
        running.put(operation.operation(), run);
        boolean stored = false;
        try {
            store(run);
            stored = true;
        } finally {
            if (!stored) {
                running.remove(operation.operation());
            }
        }
        Operation started = operation.withoutResults();
        thread.start();
        return started;
    }

    private void run(RunningOperation operation, Work work, Caller caller) {
        Operation.State how;
        String text;
        try {
            text = caller.<String, InterruptedException>call(() -> work.run(operation));
            how = operation.cancelled() && operation.incomplete() ? Operation.State.CANCELLED
                    : operation.givenUp() || operation.nothingSucceeded() ? Operation.State.FAILED
                    : Operation.State.SUCCEEDED;
        } catch (InterruptedException _) {
            how = operation.cancelled() ? Operation.State.CANCELLED : Operation.State.INTERRUPTED;
            text = operation.cancelled() ? "Cancelled." : CUT_OFF;
        } catch (RuntimeException | Error e) {
            LOG.error("Operation '{}' ended by a fault in the software", operation.withoutResults().title(), e);
            how = Operation.State.FAILED;
            text = "Ended by a fault in the software; the server-core's log has the details. What was done is listed.";
        }
        operation.end(how, text, clock.instant());
        Optional.ofNullable(running.get(operation.operation())).ifPresent(this::storeSafely); // else it is stored
    }

    /** What the store refuses is tried again with the next turn of the timer, also of an operation that has ended. */
    private void storeSafely(Run run) {
        try {
            store(run);
            run.failing().set(false);
        } catch (RuntimeException e) { // the scheduler must go on, and the work too
            if (!run.failing().getAndSet(true)) {
                LOG.error("The progress of operation '{}' could not be stored; it is tried again",
                        run.operation().withoutResults().title(), e);
            }
        }
    }

    private void store(Run run) {
        run.storing().lock();
        try {
            run.operation().takeUnsaved().ifPresent(unsaved -> store(run, unsaved));
            if (run.operation().endIsSaved()) {
                running.remove(run.operation().operation());
            }
        } finally {
            run.storing().unlock();
        }
    }

    private void store(Run run, RunningOperation.Unsaved unsaved) {
        boolean stored = false;
        try {
            store.progress(unsaved.now(), unsaved.fresh(), unsaved.first());
            stored = true;
        } finally {
            if (!stored) {
                run.operation().notSaved(unsaved);
            }
        }
        events.publish(new DomainEvent.OperationChanged(unsaved.now()));
    }

    @Override
    public Page<Operation> operations(PageRequest page) {
        Page<Operation> stored = store.operations(page);
        return new Page<>(stored.items().stream().map(operation -> {
            Run run = running.get(operation.id());
            return run == null ? operation : run.operation().withoutResults();
        }).toList(), stored.offset(), stored.total());
    }

    @Override
    public Operation operation(UUID id) throws NotFound {
        Run run = running.get(id);
        return run == null ? stored(id) : run.operation().withResults();
    }

    private Operation stored(UUID id) throws NotFound {
        Optional<Operation> operation = store.operation(id);
        return operation.orElseThrow(() -> NotFound.of("operation", id));
    }

    @Override
    public Operation cancel(UUID id) throws NotFound, Conflict {
        Run run = running.get(id);
        if (run == null || run.operation().withoutResults().state().ended()) {
            Operation ended = stored(id);
            throw new Conflict("'%s' has ended already; there is nothing to cancel.".formatted(ended.title()));
        }
        run.operation().cancel();
        timer.schedule(run.thread()::interrupt, patience.toMillis(), TimeUnit.MILLISECONDS);
        return run.operation().withoutResults();
    }

    /** Interrupts what runs, and waits for it to store what it has done. */
    @Deactivate
    @Override
    public void close() {
        closing = true;
        running.values().forEach(run -> run.thread().interrupt());
        long deadline = System.nanoTime() + patience.toNanos();
        for (Run run : running.values()) {
            try {
                run.thread().join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        timer.shutdown();
    }
}
