package org.dcos.ui.parts.device;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** One muted line, cut where it does not fit; the whole of it in the hover. */
final class Note extends Canvas {

    private static final int HEIGHT = 18;

    private String words = "";

    Note(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        var ink = Ink.of(getDisplay());
        var fit = new TextFit(ink);
        ink.redraws(this);
        addListener(SWT.Paint, event -> {
            var area = getClientArea();
            event.gc.setBackground(ink.color(Token.PANEL));
            event.gc.fillRectangle(area);
            fit.left(event.gc, TextStyle.NOTE, Token.MUTED, fit.cut(event.gc, TextStyle.NOTE, words, area.width), 0,
                    area.height / 2);
        });
    }

    void show(String text) {
        if (!text.equals(words)) {
            words = text;
            setToolTipText(text);
            redraw();
        }
    }

    @Override
    public Point computeSize(int wide, int high, boolean changed) {
        return new Point(wide == SWT.DEFAULT ? 100 : wide, HEIGHT);
    }
}
