package org.dcos.ui.parts.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;

/** The few layouts there are, on the grid of 4 pixels. */
public final class Layouts {

    private Layouts() {}

    public static GridLayout column() {
        return grid(1, 0, 0);
    }

    /** @param margin around all; @param gap between rows and columns */
    public static GridLayout grid(int columns, int margin, int gap) {
        var layout = new GridLayout(columns, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.horizontalSpacing = gap;
        layout.verticalSpacing = gap;
        return layout;
    }

    public static <T extends Control> T fill(T control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return control;
    }

    public static <T extends Control> T wide(T control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return control;
    }

    public static <T extends Control> T wide(T control, int height) {
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = height;
        control.setLayoutData(data);
        return control;
    }

    /** The title of a panel, in from the edge. */
    public static <T extends Control> T title(T control) {
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.horizontalIndent = 10;
        data.verticalIndent = 4;
        control.setLayoutData(data);
        return control;
    }
}
