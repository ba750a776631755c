package org.dcos.ui.parts.power;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.ServerCore;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchWindow;

/** Shows an operation of the server-core in the progress view; cancelling goes to the server-core. */
public final class OperationJob extends Job {

    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private final ServerCore core;
    private final ServerWords words;
    private final AtomicReference<Operation> operation;
    private final CountDownLatch stop = new CountDownLatch(1);

    private OperationJob(ServerCore core, Operation operation, ServerWords words, String target) {
        super(words.title(operation, target));
        this.core = core;
        this.words = words;
        this.operation = new AtomicReference<>(operation);
        setUser(false);
    }

    /**
     * Gives the order in the background, shows how it goes, and tells what went wrong when something did.
     *
     * @param target the one server or address it is about; empty when there are several
     */
    public static void start(IWorkbenchWindow window, Desk desk, String target, Outcome.Call<Operation> order) {
        var core = desk.estate().core();
        Outcome.of(desk.estate(), desk.modelTexts(), order, outcome -> {
            if (outcome.value().isEmpty()) {
                Sentence.trouble(window.getShell(), desk.texts(), outcome.problem());
                return;
            }
            var job = new OperationJob(core.orElseThrow(), outcome.value().get(),
                    new ServerWords(desk.modelTexts()), target);
            job.addJobChangeListener(new org.eclipse.core.runtime.jobs.JobChangeAdapter() {
                @Override
                public void done(org.eclipse.core.runtime.jobs.IJobChangeEvent event) {
                    job.trouble().ifPresent(said -> desk.estate().inRealm(() -> {
                        if (!window.getShell().isDisposed()) {
                            Sentence.trouble(window.getShell(), desk.texts(), said);
                        }
                    }));
                }
            });
            job.schedule();
        });
    }

    /** Shows an operation that was ordered elsewhere; what came of it is said there. */
    public static void watch(Desk desk, Operation operation) {
        desk.estate().core().ifPresent(
                core -> new OperationJob(core, operation, new ServerWords(desk.modelTexts()), "").schedule());
    }

    /** What went wrong with which target; empty when nothing did. */
    private Optional<String> trouble() {
        return operation.get().results().stream().filter(result -> !result.ok())
                .limit(10).map(words::result)
                .reduce((a, b) -> a + "\n" + b);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var now = operation.get();
        monitor.beginTask(getName(), Math.max(1, now.total()));
        int told = 0;
        try {
            while (!now.state().ended()) {
                if (monitor.isCanceled()) {
                    core.operations().cancel(now.id());
                    return Status.CANCEL_STATUS;
                }
                monitor.worked(now.done() - told);
                told = now.done();
                monitor.subTask(words.message(now));
                stop.await(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                now = core.operations().operation(now.id());
                operation.set(now);
            }
            operation.set(core.operations().operation(now.id()));
            return Status.OK_STATUS;
        } catch (Problem e) {
            return Status.warning(words.problem(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } finally {
            monitor.done();
        }
    }
}
