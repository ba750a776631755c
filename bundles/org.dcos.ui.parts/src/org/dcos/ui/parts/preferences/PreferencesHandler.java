package org.dcos.ui.parts.preferences;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.Connector;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Opens the preferences. */
public final class PreferencesHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var workbench = PlatformUI.getWorkbench();
        new PreferencesDialog(window.getShell(), desk, workbench.getService(Preferences.class),
                workbench.getService(Connector.class)).open();
    }
}
