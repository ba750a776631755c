package org.dcos.ui.parts.alert;

import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Acknowledges the chosen alert. */
public final class AcknowledgeHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return part(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).filter(AlertsPart::canAcknowledge)
                .isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        part(window).ifPresent(AlertsPart::acknowledge);
    }

    static Optional<AlertsPart> part(IWorkbenchWindow window) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage)
                .map(page -> page.findView(AlertsPart.ID))
                .map(AlertsPart.class::cast);
    }
}
