package org.dcos.ui.canvas.mark;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;

/** Draws a {@link Mark}. Drawn thousands of times in a frame: paths, which are dear, only where nothing else does. */
public final class MarkPainter {

    /** Width and height that suit a line of text. */
    public static final int SIZE = 9;

    private static final int SMALLEST = 3;
    private static final int DASHES = 8;
    private static final float FULL = 360;

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
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        int side = (int) Math.round(size);
        var colour = ink.color(token);
        switch (mark) {
            case NONE -> {}
            case OK -> {
                gc.setBackground(colour);
                dot(gc, left, top, side);
            }
            case CRITICAL -> {
                gc.setBackground(colour);
                gc.fillRectangle(left, top, side, side);
            }
            case UNKNOWN -> {
                int thick = Math.max(2, side / 5);
                gc.setBackground(colour);
                gc.fillRectangle(left, top + (side - thick) / 2, side, thick);
            }
            case WARNING -> {
                gc.setBackground(colour);
                triangle(gc, x, y, size);
            }
            case OFF -> {
                gc.setForeground(colour);
                ring(gc, x, y, size, 1, FULL);
            }
            case STALE -> {
                gc.setForeground(colour);
                ring(gc, x, y, size, DASHES, FULL / DASHES / 2);
            }
        }
    }

    /** Three pixels are no circle yet, and a cross of them costs less. */
    private static void dot(GC gc, int left, int top, int side) {
        if (side > SMALLEST) {
            gc.fillOval(left, top, side, side);
        } else {
            gc.fillRectangle(left + side / 2, top, 1, side);
            gc.fillRectangle(left, top + side / 2, side, 1);
        }
    }

    private static void triangle(GC gc, double x, double y, double size) {
        var path = new Path(gc.getDevice());
        try {
            path.moveTo((float) (x + size / 2), (float) (y + size * 0.02));
            path.lineTo((float) (x + size * 1.06), (float) (y + size * 0.96));
            path.lineTo((float) (x - size * 0.06), (float) (y + size * 0.96));
            path.close();
            gc.fillPath(path);
        } finally {
            path.dispose();
        }
    }

    /** @param degrees of each of {@code arcs} */
    private static void ring(GC gc, double x, double y, double size, int arcs, float degrees) {
        double stroke = Math.max(1, size / 6);
        double radius = (size - stroke) / 2;
        var path = new Path(gc.getDevice());
        try {
            for (int i = 0; i < arcs; i++) {
                float start = i * FULL / arcs;
                double from = Math.toRadians(start);
                path.moveTo((float) (x + size / 2 + radius * Math.cos(from)),
                        (float) (y + size / 2 - radius * Math.sin(from)));
                path.addArc((float) (x + stroke / 2), (float) (y + stroke / 2), (float) (2 * radius),
                        (float) (2 * radius),
                        start, degrees);
            }
            gc.setLineAttributes(new LineAttributes((float) stroke));
            gc.drawPath(path);
            gc.setLineAttributes(new LineAttributes(1));
        } finally {
            path.dispose();
        }
    }
}
