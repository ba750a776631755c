package org.dcos.ui.canvas.eventlog;

import java.util.Optional;

import org.dcos.ui.canvas.eventlog.LogLayout.Cluster;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link LogLayout}. */
final class LogPainter {

    private static final int MARK_ROOM = 15;
    private static final double PILL_TINT = 0.78;
    private static final double SPAN_TINT = 0.55;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    LogPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** What is shown besides the layout. @param drag the stretch that is being drawn */
    record Look(Optional<String> selected, Optional<String> hovered, boolean focused, Optional<Box> drag) {}

    void paint(GC gc, LogLayout layout, Look look) {
        var plot = layout.plot();
        boolean marked = layout.rows().stream().anyMatch(row -> row.lane().mark() != Mark.NONE);
        for (var label : layout.labels()) {
            paintLabel(gc, plot, label);
        }
        for (var row : layout.rows()) {
            gc.setForeground(ink.color(Token.LINE));
            gc.drawLine(plot.x(), row.box().bottom() - 1, plot.right(), row.box().bottom() - 1);
            int x = row.label().x();
            if (marked) {
                marks.paint(gc, row.lane().mark(), x, row.box().centreY() - MarkPainter.SIZE / 2);
                x += MARK_ROOM;
            }
            text.left(gc, TextStyle.SMALL, Token.MUTED,
                    text.cut(gc, TextStyle.SMALL, row.lane().title(), row.label().right() - x), x,
                    row.box().centreY());
        }
        gc.setClipping(plot.x() - 8, plot.y(), plot.width() + 8 + LogLayout.RIGHT, plot.height());
        for (var bar : layout.bars()) {
            paintBar(gc, bar);
        }
        for (var cluster : layout.clusters()) {
            paintCluster(gc, cluster, look);
        }
        look.drag().ifPresent(box -> paintDrag(gc, box));
        gc.setClipping((org.eclipse.swt.graphics.Rectangle) null);
    }

    private void paintLabel(GC gc, Box plot, LogLayout.Label label) {
        gc.setForeground(ink.color(ink.palette().of(Token.LINE).mix(ink.palette().of(Token.PANEL), 0.5)));
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.drawLine(label.x(), plot.y(), label.x(), plot.bottom() + 3);
        int half = text.width(gc, TextStyle.SMALL, label.text()) / 2;
        int x = Math.min(label.x(), plot.right() + 10 - half);
        text.centred(gc, TextStyle.SMALL, Token.MUTED, label.text(), x, plot.bottom() + LogLayout.AXIS / 2 + 1);
    }

    private Rgb colour(Mark mark) {
        return switch (mark) {
            case WARNING, CRITICAL, STALE -> ink.palette().of(mark.token());
            case NONE, OK, OFF, UNKNOWN -> ink.palette().of(Token.MUTED);
        };
    }

    private void paintBar(GC gc, LogLayout.Bar bar) {
        var box = bar.box();
        gc.setBackground(ink.color(colour(bar.mark()).mix(ink.palette().of(Token.PANEL), SPAN_TINT)));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), box.height(), box.height());
        if (bar.open()) { // an end that is none
            gc.fillPolygon(new int[] {box.right() - 1, box.y() - 3, box.right() + 5, box.centreY(), box.right() - 1,
                box.bottom() + 3});
        }
    }

    private void paintCluster(GC gc, Cluster cluster, Look look) {
        var box = cluster.box();
        boolean chosen = look.selected().filter(cluster.ids()::contains).isPresent();
        boolean over = look.hovered().filter(cluster.ids()::contains).isPresent();
        var colour = colour(cluster.mark());
        if (cluster.single()) {
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillOval(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4);
            marks.paint(gc, shape(cluster.mark()), over ? Token.TEXT : cluster.mark().token(), box.x(), box.y(),
                    box.width());
        } else {
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillRoundRectangle(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2, 9, 9);
            gc.setBackground(ink.color(colour.mix(ink.palette().of(Token.PANEL), over ? PILL_TINT / 1.4 : PILL_TINT)));
            gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 8, 8);
            gc.setForeground(ink.color(colour));
            gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, 8, 8);
            text.centred(gc, TextStyle.TINY, Token.TEXT, LogLayout.count(cluster.ids().size()), box.centreX(),
                    box.centreY());
        }
        if (chosen) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(box.x() - 4, box.y() - 4, box.width() + 7, box.height() + 7, 10, 10);
            gc.setLineWidth(1);
        }
    }

    /** What is only told has a dot of its own. */
    private static Mark shape(Mark mark) {
        return mark == Mark.NONE ? Mark.OK : mark;
    }

    private void paintDrag(GC gc, Box box) {
        gc.setAlpha(40);
        gc.setBackground(ink.color(Token.ACCENT));
        gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        gc.setAlpha(255);
        gc.setForeground(ink.color(Token.ACCENT));
        gc.drawLine(box.x(), box.y(), box.x(), box.bottom());
        gc.drawLine(box.right(), box.y(), box.right(), box.bottom());
    }
}
