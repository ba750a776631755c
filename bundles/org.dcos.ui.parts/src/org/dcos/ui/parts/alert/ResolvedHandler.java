package org.dcos.ui.parts.alert;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Shows resolved alerts in place of the open ones, or the other way round. */
public final class ResolvedHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return AcknowledgeHandler.part(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        AcknowledgeHandler.part(window).ifPresent(AlertsPart::toggleResolved);
    }
}
