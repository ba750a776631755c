package org.dcos.ui.parts.search;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Opens the finder. */
public final class FindHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new FindPopup(window, desk).open();
    }
}
