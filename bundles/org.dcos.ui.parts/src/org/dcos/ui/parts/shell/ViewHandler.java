package org.dcos.ui.parts.shell;

import org.dcos.ui.parts.Desk;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Shows the view with the id of its argument. */
public final class ViewHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        try {
            window.getActivePage().showView(argument());
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(argument()), e);
        }
    }
}
