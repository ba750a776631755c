package org.dcos.ui.canvas.heat;

import java.util.EnumMap;
import java.util.Map;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.heat.HeatPicture.Cell;
import org.dcos.ui.canvas.heat.HeatPicture.Power;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** What the colours of a heat map mean, with how many cells are so. */
final class HeatLegend {

    static final int HEIGHT = 28;
    private static final int PADDING = 16;
    private static final int SWATCH = 14;
    private static final int STEP = 10;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    HeatLegend(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** How many cells are how; counted once for each picture. */
    record Counts(Map<Mark, Integer> marks, Map<Power, Integer> powers, int stale, int all) {

        static Counts of(HeatPicture picture) {
            var byMark = new EnumMap<Mark, Integer>(Mark.class);
            var byPower = new EnumMap<Power, Integer>(Power.class);
            int stale = 0;
            int all = 0;
            for (var row : picture.rows()) {
                for (var rack : row.racks()) {
                    for (Cell cell : rack.cells()) {
                        byMark.merge(cell.mark() == Mark.NONE ? Mark.UNKNOWN : cell.mark(), 1, Integer::sum);
                        byPower.merge(cell.power(), 1, Integer::sum);
                        stale += cell.stale() ? 1 : 0;
                        all++;
                    }
                }
            }
            return new Counts(byMark, byPower, stale, all);
        }
    }

    void paint(GC gc, Counts counts, HeatBy by, HeatScaling scale, HeatWords words, Box area) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area.x(), area.y(), area.width(), area.height());
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(area.x(), area.y(), area.right(), area.y());
        int x = area.x() + PADDING;
        int middle = area.centreY();
        switch (by) {
            case HEALTH -> {
                for (var mark : Mark.values()) {
                    int count = counts.marks().getOrDefault(mark, 0);
                    if (mark != Mark.NONE && count > 0 && x < area.right() - 80) {
                        marks.paint(gc, mark, x, middle - MarkPainter.SIZE / 2);
                        x += MarkPainter.SIZE + 7;
                        x += text.left(gc, TextStyle.SMALL, Token.TEXT, "%,d %s".formatted(count,
                                words.marks().getOrDefault(mark, "")), x, middle) + 20;
                    }
                }
            }
            case POWER -> {
                var palette = ink.palette();
                x = swatch(gc, palette.of(Token.DEVICE).mix(palette.of(Token.OK), 0.55), words.on(),
                        counts.powers().getOrDefault(Power.ON, 0), x, middle);
                x = swatch(gc, palette.of(Token.DEVICE), words.off(), counts.powers().getOrDefault(Power.OFF, 0), x,
                        middle);
                swatch(gc, HeatScaling.unknown(palette), words.unknown(),
                        counts.powers().getOrDefault(Power.UNKNOWN, 0), x, middle);
            }
            case INLET -> scale(gc, scale, words.inlet(), "%.0f °C", x, middle);
            case DRAW -> scale(gc, scale, words.draw(), "%.0f W", x, middle);
            case AGE -> scale(gc, scale, words.age(), words.minutes(), x, middle);
        }
    }

    private int swatch(GC gc, Rgb colour, String word, int count, int x, int middle) {
        gc.setBackground(ink.color(colour));
        gc.fillRectangle(x, middle - SWATCH / 2, SWATCH, SWATCH);
        gc.setForeground(ink.color(Token.DEVICE_EDGE));
        gc.drawRectangle(x, middle - SWATCH / 2, SWATCH - 1, SWATCH - 1);
        return x + SWATCH + 6 + text.left(gc, TextStyle.SMALL, Token.TEXT, "%,d %s".formatted(count, word),
                x + SWATCH + 6, middle) + 20;
    }

    private void scale(GC gc, HeatScaling scale, String title, String number, int left, int middle) {
        int x = left + text.left(gc, TextStyle.SMALL, Token.TEXT, title, left, middle) + 14;
        x += text.left(gc, TextStyle.SMALL, Token.MUTED, number.formatted(scale.least()), x, middle) + 6;
        for (int i = 0; i < HeatScaling.STEPS; i++) {
            gc.setBackground(ink.color(scale.step(i, ink.palette())));
            gc.fillRectangle(x + i * STEP, middle - 6, STEP, 12);
        }
        gc.setForeground(ink.color(Token.DEVICE_EDGE));
        gc.drawRectangle(x, middle - 6, HeatScaling.STEPS * STEP - 1, 11);
        x += HeatScaling.STEPS * STEP + 6;
        text.left(gc, TextStyle.SMALL, Token.MUTED, number.formatted(scale.most()), x, middle);
    }
}
