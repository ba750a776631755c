package org.dcos.ui.parts.power;

import org.dcos.domain.power.BootDevice;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Says from where the chosen server boots the next time, once, in UEFI mode. */
public final class BootHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return chosen().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var device = BootDevice.valueOf(argument());
        chosen().ifPresent(server -> OperationJob.start(window, desk, server.name(),
                core -> core.power().bootDevice(server.id(), device, false, true)));
    }
}
