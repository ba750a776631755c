package org.dcos.ui.parts.power;

import java.time.Duration;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Lights the identify LED of the chosen server for four minutes. */
public final class IdentifyHandler extends DeskHandler {

    private static final Duration TIME = Duration.ofSeconds(240);

    @Override
    public boolean isEnabled() {
        return chosen().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        chosen().ifPresent(server -> OperationJob.start(window, desk, server.name(),
                core -> core.power().identify(server.id(), TIME)));
    }
}
