package org.dcos.ui.parts.connection;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Asks for a server-core and goes over to it. */
public final class ConnectHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var connector = PlatformUI.getWorkbench().getService(Connector.class);
        new ConnectDialog(window.getShell(), desk, connector).ask().ifPresent(remote -> {
            connector.remote(remote);
            Perspectives.show(window, Perspectives.OPERATE);
        });
    }
}
