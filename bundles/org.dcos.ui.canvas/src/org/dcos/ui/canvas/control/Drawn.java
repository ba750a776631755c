package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** What all drawn controls share: panel behind, focus ring, redraw on theme change, a name for the screen reader. */
abstract sealed class Drawn extends Canvas
        permits ChoiceBox, EmptyState, FactGrid, GaugeList, FlatButton, PanelTitle, Pill, SectionTabs, Segmented {

    /** Height of what can be pressed. */
    static final int HEIGHT = 28;

    private static final int RADIUS = 6;

    final Ink ink;
    final TextFit text;
    private Token ground = Token.PANEL;
    private String accessibleName = "";

    Drawn(Composite parent, int style) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | style);
        ink = Ink.of(getDisplay());
        text = new TextFit(ink);
        ink.redraws(this);
        addListener(SWT.Paint, event -> paintAll(event.gc));
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = accessibleName;
            }
        });
    }

    /** What it stands on: {@link Token#PANEL} unless told otherwise. */
    public void setGround(Token token) {
        checkWidget();
        ground = token;
        redraw();
    }

    abstract void paint(GC gc, Box area);

    abstract Point size(GC gc);

    @Override
    public final Point computeSize(int widthHint, int heightHint, boolean changed) {
        var gc = new GC(this);
        try {
            var size = size(gc);
            return new Point(widthHint == SWT.DEFAULT ? size.x : widthHint,
                    heightHint == SWT.DEFAULT ? size.y : heightHint);
        } finally {
            gc.dispose();
        }
    }

    void named(String name) {
        accessibleName = name;
    }

    /** A box as a button has it. */
    void frame(GC gc, Box box, Token fill, Token edge) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(fill));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(edge));
        gc.setLineWidth(1);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
    }

    /** Where the keyboard is. */
    void focusRing(GC gc, Box box) {
        if (isFocusControl() && ink.keyboard()) {
            gc.setAntialias(SWT.ON);
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(1);
            gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        }
    }

    private void paintAll(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(ground));
        gc.fillRectangle(area);
        gc.setTextAntialias(SWT.ON);
        paint(gc, new Box(0, 0, area.width, area.height));
    }
}
