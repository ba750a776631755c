package org.dcos.ui.parts.device;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Puts words on the clipboard. */
final class Copied {

    static void of(Display display, String words) {
        if (words.isEmpty()) {
            return; // the clipboard refuses nothing at all
        }
        var clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {words}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private Copied() {}
}
