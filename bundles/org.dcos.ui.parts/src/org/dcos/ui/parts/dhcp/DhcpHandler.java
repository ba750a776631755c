package org.dcos.ui.parts.dhcp;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Goes to the view of DHCP. */
public final class DhcpHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        Perspectives.show(window, Perspectives.BRING_UP);
        try {
            window.getActivePage().showView(DhcpPart.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(DhcpPart.ID), e);
        }
    }
}
