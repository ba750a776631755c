package org.dcos.server.oob.waves;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.ChassisRunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order while it runs. What is begun is on disk before the BMC is spoken to, and what became of it before it is
 * told, so that after the process was killed every server is known to be done, not begun, or in doubt.
 */
final class WaveRun {

    private static final Logger LOG = LoggerFactory.getLogger(WaveRun.class);
    private static final int MAX_CONCURRENT = 16;
    /** Cancelling comes without a call: who waits looks for it this often. */
    private static final long LOOK_MILLIS = 200;
    private static final String CANCELLED = "Cancelled: the rest was not begun.";
    static final String INTERRUPTED = "The server-core ended in the middle. What was not begun stays so until somebody "
            + "orders it; those in doubt may have got the command.";
    static final String IN_DOUBT = "%s: the server-core ended while the order was under way, which may have been sent. "
            + "Look at its state before it is ordered again.";

    /** Does with one server what is ordered, to the end. */
    @FunctionalInterface
    interface Deed {
        Result with(Step step);
    }

    private final ChassisRunStore store;
    private final Deed deed;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<Step> steps;
    private ChassisRun run;
    private Stage hold = Stage.RUNNING;
    private Optional<String> stopped = Optional.empty();

    /** @param run with its steps */
    WaveRun(ChassisRun run, ChassisRunStore store, Deed deed, InstantSource clock) {
        this.run = run;
        this.steps = new ArrayList<>(run.steps());
        this.store = store;
        this.deed = deed;
        this.clock = clock;
    }

    ChassisRun now() {
        lock.lock();
        try {
            return run.with(List.copyOf(steps));
        } finally {
            lock.unlock();
        }
    }

    /** @return false when it has ended */
    boolean pause() {
        return held(Stage.PAUSED, "Paused: no more servers are begun.");
    }

    boolean goOn() {
        return held(Stage.RUNNING, "");
    }

    private boolean held(Stage next, String words) {
        lock.lock();
        try {
            if (run.stage().ended()) {
                return false;
            }
            hold = next;
            stage(next, words, Optional.empty());
            change.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void stage(Stage next, String words, Optional<Instant> ended) {
        lock.lock();
        try {
            run = run.at(next, words, ended);
            store.stage(run.with(List.copyOf(steps)));
        } finally {
            lock.unlock();
        }
    }

    /** The work of the operation. */
    String carryOut(Progress progress) throws InterruptedException {
        for (Step step : now().steps()) {
            if (step.state() == State.LEFT_OUT) {
                progress.result(new Result(step.name(), Optional.of(step.server()), true, step.outcome(),
                        step.message()));
            }
        }
        try {
            int waves = run.waves().size();
            for (int wave = 0; wave < waves && stopped.isEmpty() && !progress.cancelled(); wave++) {
                if (wave > 0) {
                    rest(run.order().waves().pause(), progress);
                }
                progress.message("Wave %d of %d: %s".formatted(wave + 1, waves, name(wave)));
                carryOut(wave, progress);
                if (run.waves().get(wave).canary() && run.order().waves().confirm() && wave + 1 < waves
                        && stopped.isEmpty() && !progress.cancelled()) {
                    held(Stage.WAITING, "The canary went well. Look at it, then say go on.");
                    progress.message("The canary went well; the order waits until somebody says go on.");
                }
            }
            return end(progress);
        } catch (InterruptedException e) {
            broken(progress.cancelled());
            throw e;
        }
    }

    private String name(int wave) {
        var planned = run.waves().get(wave);
        return planned.canary() ? "canary" : planned.name();
    }

    private void carryOut(int wave, Progress progress) throws InterruptedException {
        var slots = new Semaphore(MAX_CONCURRENT);
        try (var workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wave-", 0).factory())) {
            try {
                carryOut(wave, progress, slots, workers);
            } catch (InterruptedException e) {
                workers.shutdownNow();
                throw e;
            }
        }
        if (Thread.interrupted()) { // while the last ones were waited for
            throw new InterruptedException();
        }
    }

    private void carryOut(int wave, Progress progress, Semaphore slots, ExecutorService workers)
            throws InterruptedException {
        for (int position = 0; position < steps.size(); position++) {
            int mine = position;
            if (step(mine).wave() != wave || step(mine).state() != State.NOT_BEGUN) {
                continue;
            }
            slots.acquire();
            if (!gate(progress)) {
                slots.release();
                return;
            }
            workers.execute(() -> {
                try {
                    one(mine, progress);
                } finally {
                    slots.release();
                }
            });
        }
    }

    private Step step(int position) {
        lock.lock();
        try {
            return steps.get(position);
        } finally {
            lock.unlock();
        }
    }

    private void one(int position, Progress progress) {
        var step = step(position);
        Result result;
        State state;
        try {
            keep(position, step.in(State.BEGUN, "", "", clock.instant()));
            result = deed.with(step);
            state = result.ok() ? State.DONE : "cancelled".equals(result.outcome()) ? State.UNKNOWN : State.FAILED;
        } catch (RuntimeException e) { // a fault with one must not stop the others
            LOG.error("An order to {} ended by a fault", step.name(), e);
            result = new Result(step.name(), Optional.of(step.server()), false, "error",
                    "%s: an internal error; details are in the log.".formatted(step.name()));
            state = State.FAILED;
        }
        try {
            keep(position, step.in(state, result.outcome(), result.message(), clock.instant()));
        } finally {
            progress.result(result);
        }
    }

    private void keep(int position, Step step) {
        store.step(run.id(), position, step);
        lock.lock();
        try {
            steps.set(position, step);
            var counted = run.with(List.copyOf(steps));
            if (step.wave() < counted.waves().size() && stopped.isEmpty()) {
                var wave = counted.waves().get(step.wave());
                int all = counted.waves().stream().mapToInt(ChassisRun.Wave::servers).sum();
                int failed = counted.waves().stream().mapToInt(ChassisRun.Wave::failed).sum();
                stopped = StopRule.reason(run.order().waves(), new StopRule.Wave(String.valueOf(step.wave() + 1),
                        wave.canary(), wave.servers(), wave.failed()), all, failed);
            }
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while it is held. @return whether the next may be begun */
    private boolean gate(Progress progress) throws InterruptedException {
        lock.lock();
        try {
            while (hold != Stage.RUNNING && stopped.isEmpty() && !progress.cancelled()) {
                change.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return stopped.isEmpty() && !progress.cancelled();
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration pause, Progress progress) throws InterruptedException {
        if (!gate(progress)) {
            return;
        }
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end && !progress.cancelled()) {
            TimeUnit.NANOSECONDS.sleep(Math.clamp(end - System.nanoTime(), 1,
                    TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
        }
    }

    private String end(Progress progress) {
        var counted = now();
        int done = counted.waves().stream().mapToInt(ChassisRun.Wave::done).sum();
        int failed = counted.waves().stream().mapToInt(ChassisRun.Wave::failed).sum();
        int left = counted.waves().stream().mapToInt(wave -> wave.servers() - wave.begun()).sum();
        var told = "%d done, %d failed, %d not begun.".formatted(done, failed, left);
        if (left == 0) {
            stage(Stage.DONE, "", Optional.of(clock.instant()));
        } else if (stopped.isPresent()) {
            progress.giveUp();
            stage(Stage.STOPPED, stopped.get(), Optional.of(clock.instant()));
            told = stopped.get() + " " + told;
        } else {
            stage(Stage.CANCELLED, CANCELLED, Optional.of(clock.instant()));
        }
        return told;
    }

    private void broken(boolean cancelled) {
        try {
            stage(cancelled ? Stage.CANCELLED : Stage.INTERRUPTED, cancelled ? CANCELLED : INTERRUPTED,
                    Optional.of(clock.instant()));
        } catch (RuntimeException e) { // the store may be gone already: the next start tells it
            LOG.warn("Where order {} stands could not be stored: {}", run.id(), e.getMessage());
        }
    }
}
