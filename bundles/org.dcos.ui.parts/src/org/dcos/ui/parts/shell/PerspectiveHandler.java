package org.dcos.ui.parts.shell;

import org.dcos.ui.parts.Desk;
import org.eclipse.ui.IWorkbenchWindow;

/** Shows the perspective with the id of its argument. */
public final class PerspectiveHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        Perspectives.show(window, argument());
    }
}
