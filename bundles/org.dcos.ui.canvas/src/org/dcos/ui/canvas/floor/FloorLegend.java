package org.dcos.ui.canvas.floor;

import java.util.EnumMap;
import java.util.Map;

import org.dcos.ui.canvas.floor.FloorLayout.Air;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** What the fills and marks mean, below the plan: with how many racks each mark has. */
final class FloorLegend {

    static final int HEIGHT = 30;

    private static final int PADDING = 16;
    private static final int SWATCH = 14;
    private static final int BAR = 96;
    private static final double FILL = 0.22;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final FloorPainter painter;

    FloorLegend(Ink ink, TextFit text, FloorPainter painter) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
        this.painter = painter;
    }

    void paint(GC gc, FloorPicture picture, FloorColour by, FloorWords words, Box area) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area.x(), area.y(), area.width(), area.height());
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(area.x(), area.y(), area.right(), area.y());
        int middle = area.centreY();
        int x = area.x() + PADDING;
        int right = area.right() - PADDING;
        int end = switch (by) {
            case STATE -> marks(gc, picture, words, new Box(x, area.y(), right - x, area.height()));
            case FREE_UNITS -> bar(gc, words.space(), "0", "100 %", Token.ACCENT, x, middle);
            case POWER -> {
                x = bar(gc, words.power(), "0", "100 %", Token.ACCENT, x, middle);
                x = above(gc, Token.WARNING, "≥ 90 %", x, middle);
                yield above(gc, Token.CRITICAL, "> 100 %", x, middle);
            }
            case AGE -> bar(gc, words.age(), "0", words.minutes().formatted(FloorScale.OLDEST_MINUTES), Token.STALE, x,
                    middle);
        };
        right = aisle(gc, Air.HOT, words.hotAisle(), end, right, middle);
        aisle(gc, Air.COLD, words.coldAisle(), end, right, middle);
    }

    /** As far as there is room to the right of the rest. @return where the next one to the left ends */
    private int aisle(GC gc, Air air, String word, int least, int right, int middle) {
        if (right - text.width(gc, TextStyle.SMALL, word) - SWATCH - 6 < least) {
            return least;
        }
        int x = right - text.right(gc, TextStyle.SMALL, Token.MUTED, word, right, middle) - SWATCH - 6;
        gc.setBackground(ink.color(painter.tint(air)));
        gc.fillRectangle(x, middle - SWATCH / 2, SWATCH, SWATCH);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRectangle(x, middle - SWATCH / 2, SWATCH - 1, SWATCH - 1);
        return x - PADDING;
    }

    /** @return where the next thing may begin */
    private int marks(GC gc, FloorPicture picture, FloorWords words, Box area) {
        int x = area.x();
        var counts = counts(picture);
        for (var mark : Mark.values()) {
            int count = counts.getOrDefault(mark, 0);
            if (mark == Mark.NONE || count == 0) {
                continue;
            }
            String label = "%,d %s".formatted(count, words.marks().getOrDefault(mark, ""));
            int wide = MarkPainter.SIZE + 7 + text.width(gc, TextStyle.SMALL, label);
            if (x + wide > area.right()) {
                break;
            }
            marks.paint(gc, mark, x, area.centreY() - MarkPainter.SIZE / 2);
            text.left(gc, TextStyle.SMALL, Token.TEXT, label, x + MarkPainter.SIZE + 7, area.centreY());
            x += wide + 20;
        }
        return x;
    }

    private int above(GC gc, Token token, String label, int x, int middle) {
        gc.setBackground(ink.color(ink.palette().of(Token.DEVICE).mix(ink.palette().of(token), FILL)));
        gc.fillRectangle(x, middle - SWATCH / 2, SWATCH, SWATCH);
        gc.setForeground(ink.color(Token.DEVICE_EDGE));
        gc.drawRectangle(x, middle - SWATCH / 2, SWATCH - 1, SWATCH - 1);
        return x + SWATCH + 6 + text.left(gc, TextStyle.SMALL, Token.MUTED, label, x + SWATCH + 6, middle) + 18;
    }

    /** @return where the next thing may begin */
    private int bar(GC gc, String title, String low, String high, Token token, int left, int middle) {
        var palette = ink.palette();
        int x = left + text.left(gc, TextStyle.SMALL, Token.TEXT, title, left, middle) + 14;
        x += text.left(gc, TextStyle.SMALL, Token.MUTED, low, x, middle) + 6;
        gc.setBackground(ink.color(Token.FREE_UNIT));
        gc.fillRectangle(x, middle - 6, BAR, 12);
        gc.setBackground(ink.color(palette.of(Token.DEVICE).mix(palette.of(token), FILL)));
        for (int i = 0; i < BAR; i++) {
            int rise = Math.max(1, 12 * i / BAR);
            gc.fillRectangle(x + i, middle + 6 - rise, 1, rise);
        }
        gc.setForeground(ink.color(Token.DEVICE_EDGE));
        gc.drawRectangle(x, middle - 6, BAR - 1, 11);
        return x + BAR + 6 + text.left(gc, TextStyle.SMALL, Token.MUTED, high, x + BAR + 6, middle) + 24;
    }

    private static Map<Mark, Integer> counts(FloorPicture picture) {
        var counts = new EnumMap<Mark, Integer>(Mark.class);
        for (var row : picture.rows()) {
            for (var spot : row.spots()) {
                if (spot instanceof FloorPicture.Rack rack) {
                    counts.merge(rack.mark(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
