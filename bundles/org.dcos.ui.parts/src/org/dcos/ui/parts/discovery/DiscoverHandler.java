package org.dcos.ui.parts.discovery;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks where to look for BMCs, and looks. */
public final class DiscoverHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new DiscoverDialog(window.getShell(), desk).ask()
                .ifPresent(order -> OperationJob.start(window, desk, "", core -> core.discovery().start(order)));
    }
}
