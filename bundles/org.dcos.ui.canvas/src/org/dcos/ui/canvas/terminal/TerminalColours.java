package org.dcos.ui.canvas.terminal;

import org.dcos.ui.canvas.theme.Palette;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;

/** The colours of a terminal: 16 that suit the theme, the cube and the greys of xterm, and those given as they are. */
final class TerminalColours {

    private static final String[] LIGHT = {"#1B2430", "#B4232C", "#1A7F4B", "#8A5A00", "#0B63CE", "#8A3FB0", "#0B7285",
        "#5A6675", "#4A5563", "#C2232D", "#1F9458", "#B45A00", "#2F7FE0", "#A455CC", "#1390A6", "#9AA4B0"};
    private static final String[] DARK = {"#3B4552", "#FF6B6B", "#41C884", "#F2A33A", "#5AA9FF", "#D08BFF", "#4CC9D6",
        "#D5DCE4", "#7C8896", "#FF8A8A", "#6FE0A6", "#FFC36B", "#8AC4FF", "#E0AEFF", "#7FE3EC", "#FFFFFF"};
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private TerminalColours() {}

    static Rgb foreground(Pen pen, Palette palette) {
        int colour = pen.has(Pen.BOLD) && pen.foreground() >= 0 && pen.foreground() < 8 ? pen.foreground() + 8
                : pen.foreground();
        var made = pen.has(Pen.INVERSE) ? of(pen.background(), palette, Token.PANEL) : of(colour, palette, Token.TEXT);
        return pen.has(Pen.DIM) ? made.mix(palette.of(Token.PANEL), 0.4) : made;
    }

    static Rgb background(Pen pen, Palette palette) {
        return pen.has(Pen.INVERSE) ? of(pen.foreground(), palette, Token.TEXT)
                : of(pen.background(), palette, Token.PANEL);
    }

    private static Rgb of(int colour, Palette palette, Token usual) {
        if (colour == Pen.DEFAULT) {
            return palette.of(usual);
        }
        if ((colour & Pen.RGB) != 0) {
            return new Rgb(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
        }
        if (colour < 16) {
            return Rgb.of((palette.dark() ? DARK : LIGHT)[colour]);
        }
        if (colour < 232) {
            int cube = colour - 16;
            return new Rgb(CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6]);
        }
        int grey = 8 + (colour - 232) * 10;
        return new Rgb(grey, grey, grey);
    }
}
