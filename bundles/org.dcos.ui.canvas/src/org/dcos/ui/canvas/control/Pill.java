package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A mark and a few words beside it: {@code ■ Inlet temperature above 42 °C}, {@code ● Embedded}. Only to be read. */
public final class Pill extends Drawn {

    private static final int MARK_GAP = 7;
    private static final int ROW = 22;

    private final MarkPainter marks;
    private Mark mark = Mark.NONE;
    private String words = "";

    public Pill(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        marks = new MarkPainter(ink);
    }

    public void show(Mark next, String text) {
        checkWidget();
        mark = next;
        words = text;
        named(text);
        redraw();
    }

    @Override
    Point size(GC gc) {
        return new Point(lead() + text.width(gc, TextStyle.BASE, words) + 2, ROW);
    }

    @Override
    void paint(GC gc, Box area) {
        if (mark != Mark.NONE) {
            marks.paint(gc, mark, 0, area.centreY() - MarkPainter.SIZE / 2);
        }
        int x = lead();
        text.left(gc, TextStyle.BASE, CardPainter.valueToken(mark, Token.TEXT),
                text.cut(gc, TextStyle.BASE, words, area.width() - x), x, area.centreY());
    }

    private int lead() {
        return mark == Mark.NONE ? 0 : MarkPainter.SIZE + MARK_GAP;
    }
}
