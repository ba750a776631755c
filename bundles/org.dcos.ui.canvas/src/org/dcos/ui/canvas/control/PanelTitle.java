package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** Title of a panel, and beside it in a quieter voice how many: {@code Alerts   3 firing · 1 acknowledged}. */
public final class PanelTitle extends Drawn {

    private static final int ROW = 28;
    private static final int GAP = 14;

    private TextStyle style = TextStyle.TITLE;
    private String title = "";
    private String note = "";

    public PanelTitle(Composite parent) {
        super(parent, SWT.NO_FOCUS);
    }

    /** @param beside may be empty */
    public void show(String words, String beside) {
        checkWidget();
        title = words;
        note = beside;
        named((words + " " + beside).strip());
        redraw();
    }

    /** @param next {@link TextStyle#HEADLINE} for the device's name */
    public void setStyle(TextStyle next) {
        checkWidget();
        style = next;
        redraw();
    }

    @Override
    Point size(GC gc) {
        int beside = note.isEmpty() ? 0 : GAP + text.width(gc, TextStyle.BASE, note);
        return new Point(text.width(gc, style, title) + beside, ROW);
    }

    @Override
    void paint(GC gc, Box area) {
        int x = text.left(gc, style, Token.TEXT, text.cut(gc, style, title, area.width()), 0, area.centreY());
        int room = area.width() - x - GAP;
        if (room > 0) {
            text.left(gc, TextStyle.BASE, Token.MUTED, text.cut(gc, TextStyle.BASE, note, room), x + GAP,
                    area.centreY());
        }
    }
}
