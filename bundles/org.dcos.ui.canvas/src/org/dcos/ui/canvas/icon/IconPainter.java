package org.dcos.ui.canvas.icon;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;

/** Draws an {@link Icon} in a token's colour. */
public final class IconPainter {

    /** Width and height of an icon, unless asked for another. */
    public static final int SIZE = 16;

    private static final float STROKE = 1.5f;

    private final Ink ink;

    public IconPainter(Ink ink) {
        this.ink = ink;
    }

    public void paint(GC gc, Icon icon, Token token, int x, int y) {
        paint(gc, icon, token, x, y, SIZE);
    }

    /** @param size in pixels; strokes grow with it */
    public void paint(GC gc, Icon icon, Token token, int x, int y, int size) {
        double scale = size / (double) SIZE;
        gc.setAntialias(SWT.ON);
        gc.setForeground(ink.color(token));
        gc.setBackground(ink.color(token));
        gc.setLineAttributes(new LineAttributes((float) (STROKE * scale), SWT.CAP_ROUND, SWT.JOIN_ROUND));
        var path = new Path(gc.getDevice());
        var filled = new Path(gc.getDevice());
        try {
            for (var stroke : Stroke.of(icon)) {
                add(stroke, stroke instanceof Stroke.Circle circle && circle.filled() ? filled : path, x, y, scale);
            }
            gc.drawPath(path);
            gc.fillPath(filled);
        } finally {
            path.dispose();
            filled.dispose();
        }
        gc.setLineAttributes(new LineAttributes(1));
    }

    private static void add(Stroke stroke, Path path, double x, double y, double s) {
        switch (stroke) {
            case Stroke.Move(double px, double py) -> path.moveTo(at(x, px, s), at(y, py, s));
            case Stroke.Line(double px, double py) -> path.lineTo(at(x, px, s), at(y, py, s));
            case Stroke.Curve(double x1, double y1, double x2, double y2, double px, double py) ->
                    path.cubicTo(at(x, x1, s),
                            at(y, y1, s), at(x, x2, s), at(y, y2, s), at(x, px, s), at(y, py, s));
            case Stroke.Close _ -> path.close();
            case Stroke.Circle(double cx, double cy, double r, boolean _) -> {
                path.moveTo(at(x, cx + r, s), at(y, cy, s));
                path.addArc(at(x, cx - r, s), at(y, cy - r, s), (float) (2 * r * s), (float) (2 * r * s), 0, 360);
            }
            case Stroke.Rect rect -> round(path, rect, x, y, s);
        }
    }

    /** Corners as curves, which look like quarter circles. */
    private static void round(Path path, Stroke.Rect rect, double x, double y, double s) {
        double r = rect.radius();
        double k = r * 0.4477; // what is left of the radius after a control point of a quarter circle, 1 - 0.5523
        double left = rect.x();
        double top = rect.y();
        double right = left + rect.width();
        double bottom = top + rect.height();
        path.moveTo(at(x, left + r, s), at(y, top, s));
        path.lineTo(at(x, right - r, s), at(y, top, s));
        path.cubicTo(at(x, right - k, s), at(y, top, s), at(x, right, s), at(y, top + k, s), at(x, right, s),
                at(y, top + r, s));
        path.lineTo(at(x, right, s), at(y, bottom - r, s));
        path.cubicTo(at(x, right, s), at(y, bottom - k, s), at(x, right - k, s), at(y, bottom, s), at(x, right - r, s),
                at(y, bottom, s));
        path.lineTo(at(x, left + r, s), at(y, bottom, s));
        path.cubicTo(at(x, left + k, s), at(y, bottom, s), at(x, left, s), at(y, bottom - k, s), at(x, left, s),
                at(y, bottom - r, s));
        path.lineTo(at(x, left, s), at(y, top + r, s));
        path.cubicTo(at(x, left, s), at(y, top + k, s), at(x, left + k, s), at(y, top, s), at(x, left + r, s),
                at(y, top, s));
        path.close();
    }

    private static float at(double origin, double place, double scale) {
        return (float) (origin + place * scale);
    }
}
