package org.dcos.ui.canvas.terminal;

import org.dcos.ui.canvas.theme.Palette;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;

/**
 * The colours of a terminal: 16 that suit the theme, the cube and the greys of xterm, and those given as they are. What
 * could not be read on its ground is made darker or lighter until it can.
 */
final class TerminalColours {

    private static final String[] LIGHT = {"#1B2430", "#B4232C", "#1A7F4B", "#8A5A00", "#0B63CE", "#8A3FB0", "#0B7285",
        "#5A6675", "#4A5563", "#C2232D", "#1F9458", "#B45A00", "#2F7FE0", "#A455CC", "#1390A6", "#6B7480"};
    private static final String[] LIGHT_GROUNDS = {"#1B2430", "#C2232D", "#1A7F4B", "#F0C36A", "#1D5FB8", "#8A3FB0",
        "#0E7C90", "#DDE2E9", "#4A5563", "#E5636B", "#4DB67F", "#F7DA9A", "#5C9BE8", "#BB7ADB", "#58BCCB", "#FFFFFF"};
    private static final String[] DARK = {"#7C8896", "#FF6B6B", "#41C884", "#F2A33A", "#5AA9FF", "#D08BFF", "#4CC9D6",
        "#D5DCE4", "#9AA7B6", "#FF8A8A", "#6FE0A6", "#FFC36B", "#8AC4FF", "#E0AEFF", "#7FE3EC", "#FFFFFF"};
    private static final String[] DARK_GROUNDS = {"#0B0E12", "#A8323A", "#1E7F50", "#C78A2C", "#1F5499", "#7A45A6",
        "#1B7A85", "#C3CAD3", "#3B4552", "#D9484F", "#2E9E66", "#E0B060", "#3C82D6", "#9A66C6", "#2F9AA6", "#FFFFFF"};
    private static final Rgb BLACK = new Rgb(0, 0, 0);
    private static final Rgb WHITE = new Rgb(255, 255, 255);
    private static final double LEAST_CONTRAST = 4.5;
    private static final double LESS = 0.1;
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private TerminalColours() {}

    static Rgb foreground(Pen pen, Palette palette) {
        int colour = pen.has(Pen.BOLD) && pen.foreground() >= 0 && pen.foreground() < 8 ? pen.foreground() + 8
                : pen.foreground();
        var made = pen.has(Pen.INVERSE) ? of(pen.background(), palette, Token.PANEL, false)
                : of(colour, palette, Token.TEXT, false);
        var ground = background(pen, palette);
        var read = readable(made, ground);
        return pen.has(Pen.DIM) ? read.mix(ground, 0.35) : read;
    }

    static Rgb background(Pen pen, Palette palette) {
        return pen.has(Pen.INVERSE) ? of(pen.foreground(), palette, Token.TEXT, true)
                : of(pen.background(), palette, Token.PANEL, true);
    }

    private static Rgb readable(Rgb wanted, Rgb ground) {
        var towards = ground.contrast(WHITE) > ground.contrast(BLACK) ? WHITE : BLACK;
        var made = wanted;
        for (double share = LESS; made.contrast(ground) < LEAST_CONTRAST && share <= 1; share += LESS) {
            made = wanted.mix(towards, share);
        }
        return made;
    }

    private static Rgb of(int colour, Palette palette, Token usual, boolean ground) {
        if (colour == Pen.DEFAULT) {
            return palette.of(usual);
        }
        if ((colour & Pen.RGB) != 0) {
            return new Rgb(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
        }
        if (colour < 16) {
            String[] named = palette.dark() ? ground ? DARK_GROUNDS : DARK : ground ? LIGHT_GROUNDS : LIGHT;
            return Rgb.of(named[colour]);
        }
        if (colour < 232) {
            int cube = colour - 16;
            return new Rgb(CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6]);
        }
        int grey = 8 + (colour - 232) * 10;
        return new Rgb(grey, grey, grey);
    }
}
