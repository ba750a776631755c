package org.dcos.ui.canvas.theme;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Control;

/**
 * Draws text where it fits: cut with an ellipsis, aligned on the middle of a row, right-aligned. Belongs to one
 * widget; UI thread only. Widths are remembered, and shaped lines too (drawing a kept one costs a tenth): the
 * widget's end frees them.
 */
public final class TextFit {

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int MOST = 20_000;
    private static final int MOST_LINES = 4_000;
    /** Half the height of a capital, in ems; Chinese characters are centred there too. */
    private static final double HALF_CAPITAL = 0.36;
    /** CJK radicals begin here; what is before comes with the font itself. */
    private static final int FIRST_CJK = 0x2E80;
    private static final String ELLIPSIS = "…";

    private record Key(TextStyle style, String text) {}

    /** Chinese comes from another font with another ascent; drawn from the top, its baseline would be another. */
    private record AscentKey(TextStyle style, boolean wide) {}

    private record CutKey(TextStyle style, String text, int width) {}

    private final Ink ink;
    private final Map<Key, Integer> widths = new HashMap<>();
    private final Map<CutKey, String> cuts = new HashMap<>();
    private final Optional<Map<Key, TextLayout>> lines;
    private final Map<AscentKey, Integer> ascents = new HashMap<>();

    /** For a few words now and then: keeps no lines. */
    public TextFit(Ink ink) {
        this.ink = ink;
        this.lines = Optional.empty();
    }

    /** For much text: keeps lines as long as the widget lives. */
    public TextFit(Ink ink, Control owner) {
        this.ink = ink;
        var kept = new LinkedHashMap<Key, TextLayout>(MOST_LINES, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, TextLayout> eldest) {
                boolean full = size() > MOST_LINES;
                if (full) {
                    eldest.getValue().dispose();
                }
                return full;
            }
        };
        this.lines = Optional.of(kept);
        owner.addListener(SWT.Dispose, _ -> {
            kept.values().forEach(TextLayout::dispose);
            kept.clear();
        });
    }

    /** Width of one line. */
    public int width(GC gc, TextStyle style, String text) {
        if (widths.size() > MOST) {
            widths.clear();
        }
        return text.isEmpty() ? 0 : widths.computeIfAbsent(new Key(style, text), _ -> measure(gc, style, text).x);
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

    /** Draws one line, its capitals vertically centred on {@code middle}; returns its width. */
    public int left(GC gc, TextStyle style, Token token, String text, int x, int middle) {
        return draw(gc, style, token, text, x, middle);
    }

    /** As {@link #left} but ending at {@code right}. */
    public int right(GC gc, TextStyle style, Token token, String text, int right, int middle) {
        return draw(gc, style, token, text, right - width(gc, style, text), middle);
    }

    /**
     * As {@link #right} but every figure as wide as a 0, so that columns of numbers stand one below the other also in a
     * font whose 1 is narrow.
     */
    public int figures(GC gc, TextStyle style, Token token, String text, int right, int middle) {
        int cell = width(gc, style, "0");
        int x = right;
        int end = text.length();
        while (end > 0) {
            int start = end - 1;
            boolean figure = isFigure(text.charAt(start));
            while (!figure && start > 0 && !isFigure(text.charAt(start - 1))) {
                start--;
            }
            String piece = text.substring(start, end);
            int wide = width(gc, style, piece);
            int room = figure ? cell : wide;
            x -= room;
            draw(gc, style, token, piece, x + (room - wide) / 2, middle);
            end = start;
        }
        return right - x;
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }

    /** As {@link #left} but around {@code centre}. */
    public int centred(GC gc, TextStyle style, Token token, String text, int centre, int middle) {
        return draw(gc, style, token, text, centre - width(gc, style, text) / 2, middle);
    }

    private int draw(GC gc, TextStyle style, Token token, String text, int x, int middle) {
        if (text.isEmpty()) {
            return 0;
        }
        gc.setForeground(ink.color(token));
        int top = (int) Math.round(middle + style.pixels() * HALF_CAPITAL) - ascent(style, text);
        if (lines.isPresent()) {
            lines.get().computeIfAbsent(new Key(style, text), this::shape).draw(gc, x, top);
        } else {
            gc.setFont(ink.font(style));
            gc.drawText(text, x, top, FLAGS);
        }
        return width(gc, style, text);
    }

    private TextLayout shape(Key key) {
        var layout = new TextLayout(ink.display());
        layout.setFont(ink.font(key.style));
        layout.setText(key.text);
        return layout;
    }

    private int ascent(TextStyle style, String text) {
        boolean wide = text.chars().anyMatch(c -> c >= FIRST_CJK);
        return ascents.computeIfAbsent(new AscentKey(style, wide), _ -> {
            var layout = shape(new Key(style, wide ? "Ag中" : "Ag"));
            try {
                return layout.getLineMetrics(0).getAscent() + layout.getLineMetrics(0).getLeading();
            } finally {
                layout.dispose();
            }
        });
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
