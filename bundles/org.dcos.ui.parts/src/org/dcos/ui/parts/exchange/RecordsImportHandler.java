package org.dcos.ui.parts.exchange;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Imports records of any kind. */
public final class RecordsImportHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return desk().estate().core().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new RecordsImportDialog(window.getShell(), desk).open();
    }
}
