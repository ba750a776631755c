package org.dcos.ui.canvas.theme;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/**
 * Draws text where it fits: cut with an ellipsis, aligned on the middle of a row, right-aligned. Widths are remembered,
 * since measuring costs more than drawing. Belongs to one widget; UI thread only.
 */
public final class TextFit {

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int MOST = 20_000;
    private static final String ELLIPSIS = "…";

    private record Key(TextStyle style, String text) {}

    private record CutKey(TextStyle style, String text, int width) {}

    private final Ink ink;
    private final Map<Key, Integer> widths = new HashMap<>();
    private final Map<CutKey, String> cuts = new HashMap<>();
    private final Map<TextStyle, Integer> heights = new HashMap<>();

    public TextFit(Ink ink) {
        this.ink = ink;
    }

    /** Width of one line. */
    public int width(GC gc, TextStyle style, String text) {
        if (widths.size() > MOST) {
            widths.clear();
        }
        return text.isEmpty() ? 0 : widths.computeIfAbsent(new Key(style, text), _ -> measure(gc, style, text).x);
    }

    /** Height of one line. */
    public int height(GC gc, TextStyle style) {
        return heights.computeIfAbsent(style, _ -> measure(gc, style, "Åg中").y);
    }

    /** The text, or as much of its beginning as fits with an ellipsis; empty when not even that fits. */
    public String cut(GC gc, TextStyle style, String text, int room) {
        if (width(gc, style, text) <= room) {
            return text;
        }
        if (cuts.size() > MOST) {
            cuts.clear();
        }
        return cuts.computeIfAbsent(new CutKey(style, text, room), _ -> shorten(gc, style, text, room));
    }

    /** Draws one line, vertically centred on {@code middle}; returns its width. */
    public int left(GC gc, TextStyle style, Token token, String text, int x, int middle) {
        return draw(gc, style, token, text, x, middle);
    }

    /** As {@link #left} but ending at {@code right}. */
    public int right(GC gc, TextStyle style, Token token, String text, int right, int middle) {
        return draw(gc, style, token, text, right - width(gc, style, text), middle);
    }

    /** As {@link #left} but around {@code centre}. */
    public int centred(GC gc, TextStyle style, Token token, String text, int centre, int middle) {
        return draw(gc, style, token, text, centre - width(gc, style, text) / 2, middle);
    }

    private int draw(GC gc, TextStyle style, Token token, String text, int x, int middle) {
        if (text.isEmpty()) {
            return 0;
        }
        gc.setFont(ink.font(style));
        gc.setForeground(ink.color(token));
        gc.drawText(text, x, middle - height(gc, style) / 2, FLAGS);
        return width(gc, style, text);
    }

    private String shorten(GC gc, TextStyle style, String text, int room) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure(gc, style, text.substring(0, middle).stripTrailing() + ELLIPSIS).x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + ELLIPSIS;
    }

    private Point measure(GC gc, TextStyle style, String text) {
        gc.setFont(ink.font(style));
        return gc.textExtent(text, FLAGS);
    }
}
