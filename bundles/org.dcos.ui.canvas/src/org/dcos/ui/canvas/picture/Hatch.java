package org.dcos.ui.canvas.picture;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** A pattern that tells an area from others without its colour. */
public enum Hatch {
    NONE, RISING, FALLING, CROSS, DOTS;

    private static final int DOT = 2;

    /** A piece of a hatching, ends included. */
    public record Line(int x1, int y1, int x2, int y2) {}

    /** Draws the pattern over a box; it goes on evenly from box to box. */
    public void paint(GC gc, Ink ink, Rgb colour, Box box, int step) {
        if (box.width() <= 0 || box.height() <= 0) {
            return;
        }
        gc.setForeground(ink.color(colour));
        gc.setBackground(ink.color(colour));
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        switch (this) {
            case NONE -> {}
            case RISING -> rising(box, step).forEach(line -> draw(gc, line));
            case FALLING -> falling(box, step).forEach(line -> draw(gc, line));
            case CROSS -> {
                rising(box, step).forEach(line -> draw(gc, line));
                falling(box, step).forEach(line -> draw(gc, line));
            }
            case DOTS -> dots(gc, box, step);
        }
    }

    /** Lines from bottom left to top right: those with x + y a multiple of {@code step}, cut to the box. */
    public static List<Line> rising(Box box, int step) {
        var lines = new ArrayList<Line>();
        int right = box.right() - 1;
        int bottom = box.bottom() - 1;
        for (int sum = Math.ceilDiv(box.x() + box.y(), step) * step; sum <= right + bottom; sum += step) {
            int x1 = Math.max(box.x(), sum - bottom);
            int x2 = Math.min(right, sum - box.y());
            lines.add(new Line(x1, sum - x1, x2, sum - x2));
        }
        return lines;
    }

    /** Lines from top left to bottom right: those with x - y a multiple of {@code step}, cut to the box. */
    public static List<Line> falling(Box box, int step) {
        var lines = new ArrayList<Line>();
        int right = box.right() - 1;
        int bottom = box.bottom() - 1;
        for (int gap = Math.ceilDiv(box.x() - bottom, step) * step; gap <= right - box.y(); gap += step) {
            int x1 = Math.max(box.x(), box.y() + gap);
            int x2 = Math.min(right, bottom + gap);
            lines.add(new Line(x1, x1 - gap, x2, x2 - gap));
        }
        return lines;
    }

    private static void draw(GC gc, Line line) {
        gc.drawLine(line.x1, line.y1, line.x2, line.y2);
    }

    private static void dots(GC gc, Box box, int step) {
        for (int y = Math.ceilDiv(box.y(), step) * step; y <= box.bottom() - DOT; y += step) {
            int shift = Math.floorDiv(y, step) % 2 == 0 ? 0 : step / 2;
            for (int x = Math.ceilDiv(box.x() - shift, step) * step + shift; x <= box.right() - DOT; x += step) {
                gc.fillRectangle(x, y, DOT, DOT);
            }
        }
    }
}
