package org.dcos.ui.parts.serial;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Opens the serial console of the chosen server. */
public final class SerialHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return chosen().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        try {
            ((SerialPart) window.getActivePage().showView(SerialPart.ID)).open();
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(SerialPart.ID), e);
        }
    }
}
