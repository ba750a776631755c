package org.dcos.ui.parts.welcome;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** The sign of DCOS: a rack of four units in a square with round corners, one of them alive. */
public final class Emblem {

    private static final int UNITS = 4;

    private Emblem() {}

    /** @param size of the square */
    public static void paint(GC gc, Ink ink, int x, int y, int size) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.ACCENT));
        gc.fillRoundRectangle(x, y, size, size, size * 2 / 5, size * 2 / 5);
        int bar = size / 8;
        int gap = size / 14;
        int top = y + (size - UNITS * bar - (UNITS - 1) * gap) / 2;
        for (int i = 0; i < UNITS; i++) {
            int at = top + i * (bar + gap);
            gc.setBackground(ink.color(Token.PANEL));
            gc.setAlpha(i == 1 ? 255 : 190);
            gc.fillRoundRectangle(x + size / 5, at, size * 3 / 5, bar, 4, 4);
            gc.setAlpha(255);
            gc.setBackground(ink.color(i == 1 ? Token.OK : Token.ACCENT));
            gc.fillOval(x + size * 4 / 5 - bar - 1, at + bar / 4, bar / 2, bar / 2);
        }
    }
}
