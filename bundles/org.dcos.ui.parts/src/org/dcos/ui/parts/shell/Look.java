package org.dcos.ui.parts.shell;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.eclipse.swt.widgets.Display;

/** Light or dark, for everything that we draw ourselves. */
public final class Look {

    private Look() {}

    public static void use(Display display, boolean dark) {
        Ink.of(display).use(dark ? Theme.DARK : Theme.LIGHT);
    }
}
