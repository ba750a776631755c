package org.dcos.ui.parts.exchange;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Opens the import of records of any kind. */
public final class RecordsImportHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new RecordsImportDialog(window.getShell(), desk).open();
    }
}
