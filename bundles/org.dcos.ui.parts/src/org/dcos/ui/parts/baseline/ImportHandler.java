package org.dcos.ui.parts.baseline;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;

/** Opens the import of a baseline; afterwards the racks are shown. */
public final class ImportHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        if (new ImportDialog(window.getShell(), desk).take()) {
            Perspectives.show(window, Perspectives.OPERATE);
        }
    }
}
