package org.dcos.ui.canvas.rack;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** The small legend of a heat scale, below the racks. */
final class LegendPainter {

    private static final int STEPS = 24;
    private static final int STEP = 4;
    /** What it takes of the viewport. */
    static final int HEIGHT = 26;

    private static final int PADDING = 14;

    private final Ink ink;
    private final TextFit text;

    LegendPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
    }

    void paint(GC gc, HeatScale scale, RackWords words, Box viewport) {
        if (!scale.measures()) {
            return;
        }
        String name = switch (scale.by()) {
            case POWER -> words.power();
            case AGE -> words.age();
            case TEMPERATURE -> words.temperature();
            case STATE, SPACE -> "";
        };
        String low = "%.0f".formatted(scale.low());
        String high = "%.0f %s".formatted(scale.high(), scale.unit());
        int bar = STEPS * STEP;
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(viewport.x(), viewport.bottom() - HEIGHT, viewport.width(), HEIGHT);
        int middle = viewport.bottom() - HEIGHT / 2;
        int x = viewport.x() + PADDING;
        x += text.left(gc, TextStyle.SMALL, Token.TEXT, name, x, middle) + 14;
        x += text.left(gc, TextStyle.SMALL, Token.MUTED, low, x, middle) + 6;
        for (int i = 0; i < STEPS; i++) {
            gc.setBackground(ink.color(ink.palette().heat(scale.end(), scale.strength(i / (STEPS - 1.0)))));
            gc.fillRectangle(x + i * STEP, middle - 5, STEP, 10);
        }
        text.left(gc, TextStyle.SMALL, Token.MUTED, high, x + bar + 6, middle);
    }
}
