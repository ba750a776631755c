package org.dcos.ui.parts.widget;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/**
 * A sheet with round corners and a fine edge on the background; what a view consists of is put into {@link #body()}.
 */
public final class Panel extends Composite {

    private static final int RADIUS = 6;
    /** Between the edge and what is inside. */
    private static final int EDGE = 2;
    /** Outside of the edge; together with the sash between two views this makes the gap of 8. */
    private static final int OUTSIDE = 2;

    private final Ink ink;
    private final Composite body;
    private final boolean tabbed;

    public Panel(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        ink = Ink.of(getDisplay());
        tabbed = tabbed();
        var layout = new FillLayout();
        layout.marginWidth = tabbed ? 0 : OUTSIDE + EDGE;
        layout.marginHeight = tabbed ? EDGE : OUTSIDE + EDGE;
        setLayout(layout);
        body = new Composite(this, SWT.NONE);
        addListener(SWT.Paint, event -> paint(event.gc));
        Native.colours(this, tabbed ? Token.PANEL : Token.BACKGROUND);
        Native.colours(body, Token.PANEL);
    }

    public Composite body() {
        return body;
    }

    /** Whether it stands in a folder of views, which has an edge of its own. */
    private boolean tabbed() {
        for (Composite around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof CTabFolder folder && folder.getTabHeight() > 0) {
                return true;
            }
        }
        return false;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        if (tabbed) {
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillRectangle(area);
            return;
        }
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRectangle(area);
        gc.setBackground(ink.color(Token.PANEL));
        int width = area.width - 2 * OUTSIDE - 1;
        int height = area.height - 2 * OUTSIDE - 1;
        gc.fillRoundRectangle(OUTSIDE, OUTSIDE, width, height, 2 * RADIUS, 2 * RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(OUTSIDE, OUTSIDE, width, height, 2 * RADIUS, 2 * RADIUS);
    }
}
