package org.dcos.ui.parts.devicetype;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Takes device types from files, and brings devices along. */
public final class DeviceTypesHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return desk().estate().core().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new DeviceTypesDialog(window.getShell(), desk).open();
    }
}
