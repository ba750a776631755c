package org.dcos.ui.parts.shell;

import org.dcos.ui.parts.Desk;
import org.eclipse.ui.IWorkbenchWindow;

/** Puts the views of the perspective back to where they belong. */
public final class ResetLayoutHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        window.getActivePage().resetPerspective();
    }
}
