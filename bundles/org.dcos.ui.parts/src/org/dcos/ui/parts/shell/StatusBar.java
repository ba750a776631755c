package org.dcos.ui.parts.shell;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.work.StatusLine;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;

/** The line at the foot of the window: counts at the left, the last sweep and the language at the right. */
public final class StatusBar {

    private static final int HEIGHT = 26;
    private static final int MARGIN = 14;

    private Desk desk;
    private StatusLine words;
    private Ink ink;
    private Canvas canvas;

    @PostConstruct
    void create(Composite parent, Desk with) {
        desk = with;
        words = new StatusLine(desk.modelTexts(), desk.clock(), desk.clock().getZone());
        ink = Ink.of(parent.getDisplay());
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int wide, int high, boolean changed) {
                return new Point(wide == SWT.DEFAULT ? 400 : wide, HEIGHT);
            }
        };
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        ink.redraws(canvas);
        DeskPart.follow(canvas, desk.estate().estate(), _ -> canvas.redraw());
        DeskPart.follow(canvas, desk.notice(), _ -> canvas.redraw());
    }

    private void paint(GC gc) {
        var client = canvas.getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(client);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(0, 0, client.width, 0);
        gc.setFont(ink.font(TextStyle.NOTE));
        gc.setForeground(ink.color(Token.MUTED));
        var estate = desk.estate().estate().getValue();
        int y = 1 + (client.height - gc.getFontMetrics().getHeight()) / 2;
        var notice = desk.notice().getValue();
        gc.drawText(notice.isEmpty() ? words.counts(estate) : notice, MARGIN, y, true);
        var sweep = words.sweep(estate);
        var right = sweep.isEmpty() ? language() : sweep + " · " + language();
        gc.drawText(right, client.width - MARGIN - gc.textExtent(right).x, y, true);
    }

    private String language() {
        return desk.texts().get("language.name");
    }
}
