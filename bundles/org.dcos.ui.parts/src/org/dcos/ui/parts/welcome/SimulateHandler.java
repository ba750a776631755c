package org.dcos.ui.parts.welcome;

import org.dcos.domain.connection.Connection;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Starts the simulated data centre and shows its racks. */
public final class SimulateHandler extends DeskHandler {

    /** A real server-core is spared a made-up data centre. */
    @Override
    public boolean isEnabled() {
        return desk().estate().connection().getValue().filter(Connection::embedded).isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        SimulateJob.start(window, desk);
    }
}
