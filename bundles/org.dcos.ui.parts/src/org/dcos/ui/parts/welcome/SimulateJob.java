package org.dcos.ui.parts.welcome;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.work.DiscoveryForm;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.Connector;
import org.dcos.ui.parts.shell.Perspectives;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Brings the simulated data centre up, with what it is doing in the progress view. */
final class SimulateJob extends Job {

    private static final Duration ASK_AGAIN = Duration.ofMillis(400);

    private final IWorkbenchWindow window;
    private final Desk desk;
    private final Connector connector;

    private SimulateJob(IWorkbenchWindow window, Desk desk) {
        super(desk.texts().get("simulate.title"));
        this.window = window;
        this.desk = desk;
        this.connector = PlatformUI.getWorkbench().getService(Connector.class);
        setUser(false);
    }

    static void start(IWorkbenchWindow window, Desk desk) {
        new SimulateJob(window, desk).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
        try {
            simulate(monitor);
            desk.inRealm(() -> {
                if (!window.getShell().isDisposed()) {
                    Perspectives.show(window, Perspectives.OPERATE);
                }
            });
            return Status.OK_STATUS;
        } catch (Problem e) {
            desk.inRealm(() -> {
                if (!window.getShell().isDisposed()) {
                    Sentence.trouble(window.getShell(), desk.texts(),
                            new ServerWords(desk.modelTexts()).problem(e));
                }
            });
            return Status.OK_STATUS;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } finally {
            desk.inRealm(() -> desk.notice().setValue(""));
            monitor.done();
        }
    }

    private void simulate(IProgressMonitor monitor) throws Problem, InterruptedException {
        say(monitor, desk.texts().get("simulate.starting"));
        var lab = connector.simulate();
        say(monitor, desk.texts().get("simulate.importing"));
        var core = desk.core();
        core.baselines().take(lab.baseline());
        say(monitor, desk.texts().get("simulate.discovering", 0, "…"));
        var known = DiscoveryForm.readList(lab.controllers(), desk.modelTexts());
        var operation = core.discovery()
                .start(new DiscoveryOrder(List.of(), DiscoveryOrder.DEFAULT_PORT, List.of(), known));
        while (!operation.state().ended()) {
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN.toMillis());
            operation = core.operations().operation(operation.id());
            say(monitor, desk.texts().get("simulate.discovering", operation.done(), operation.total()));
        }
    }

    private void say(IProgressMonitor monitor, String words) {
        monitor.subTask(words);
        desk.inRealm(() -> desk.notice().setValue(words));
    }

    @Override
    protected void canceling() {
        var thread = getThread();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
