package org.dcos.ui.canvas.mark;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** Draws a {@link Mark}. */
public final class MarkPainter {

    /** Width and height that suit a line of text. */
    public static final int SIZE = 9;

    private static final int DASHES = 8;

    private final Ink ink;

    public MarkPainter(Ink ink) {
        this.ink = ink;
    }

    public void paint(GC gc, Mark mark, int x, int y) {
        paint(gc, mark, x, y, SIZE);
    }

    /** @param x and y are the top left of a square of {@code size} */
    public void paint(GC gc, Mark mark, double x, double y, double size) {
        paint(gc, mark, mark.token(), x, y, size);
    }

    /** As {@link #paint(GC, Mark, double, double, double)}, in a colour of the caller's. */
    public void paint(GC gc, Mark mark, Token token, double x, double y, double size) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(token));
        gc.setForeground(ink.color(token));
        gc.setLineStyle(SWT.LINE_SOLID);
        var path = new Path(gc.getDevice());
        try {
            switch (mark) {
                case NONE -> { }
                case OK -> {
                    path.addArc((float) x, (float) y, (float) size, (float) size, 0, 360);
                    gc.fillPath(path);
                }
                case OFF -> ring(gc, path, x, y, size);
                case STALE -> dashes(gc, path, x, y, size);
                case UNKNOWN -> {
                    double thick = Math.max(1.5, size / 5);
                    path.addRectangle((float) (x + size * 0.1), (float) (y + (size - thick) / 2), (float) (size * 0.8),
                            (float) thick);
                    gc.fillPath(path);
                }
                case WARNING -> {
                    path.moveTo((float) (x + size / 2), (float) (y + size * 0.02));
                    path.lineTo((float) (x + size * 1.06), (float) (y + size * 0.96));
                    path.lineTo((float) (x - size * 0.06), (float) (y + size * 0.96));
                    path.close();
                    gc.fillPath(path);
                }
                case CRITICAL -> gc.fillRectangle((int) Math.round(x), (int) Math.round(y), (int) Math.round(size),
                        (int) Math.round(size));
            }
        } finally {
            path.dispose();
        }
    }

    private static void ring(GC gc, Path path, double x, double y, double size) {
        double stroke = stroke(size);
        gc.setLineAttributes(new org.eclipse.swt.graphics.LineAttributes((float) stroke));
        arc(path, x, y, size, stroke, 0, 360);
        gc.drawPath(path);
        gc.setLineWidth(1);
    }

    private static void dashes(GC gc, Path path, double x, double y, double size) {
        double stroke = stroke(size);
        gc.setLineAttributes(new org.eclipse.swt.graphics.LineAttributes((float) stroke));
        float step = 360f / DASHES;
        for (int i = 0; i < DASHES; i++) {
            arc(path, x, y, size, stroke, i * step, step * 0.5f);
        }
        gc.drawPath(path);
        gc.setLineWidth(1);
    }

    private static void arc(Path path, double x, double y, double size, double stroke, float start, float angle) {
        double radius = (size - stroke) / 2;
        double from = Math.toRadians(start);
        path.moveTo((float) (x + size / 2 + radius * Math.cos(from)), (float) (y + size / 2 - radius * Math.sin(from)));
        path.addArc((float) (x + stroke / 2), (float) (y + stroke / 2), (float) (2 * radius), (float) (2 * radius), start,
                angle);
    }

    private static double stroke(double size) {
        return Math.max(1, size / 6);
    }
}
