package org.dcos.ui.parts;

import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Display;

/** The one display of a test run: GTK does not like to be opened twice. It counts what is not disposed. */
public final class TestDisplay {

    public static Display get() {
        var display = Display.getCurrent();
        if (display != null) {
            return display;
        }
        var data = new DeviceData();
        data.tracking = true;
        return new Display(data);
    }

    private TestDisplay() {}
}
