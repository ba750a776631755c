package org.dcos.ui.parts.connection;

import org.dcos.domain.connection.Connection;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Goes back to the server-core of this process. */
public final class EmbeddedHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return desk().estate().connection().getValue().filter(Connection::embedded).isEmpty();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        PlatformUI.getWorkbench().getService(Connector.class).embedded();
        Perspectives.show(window, Perspectives.OPERATE);
    }
}
