package org.dcos.ui.parts.device;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;

/** Puts the serial number of the chosen server on the clipboard. */
public final class CopySerialHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return chosen().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        chosen().ifPresent(server -> {
            var clipboard = new Clipboard(window.getShell().getDisplay());
            try {
                clipboard.setContents(new Object[] {server.serial()}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
        });
    }
}
