package org.dcos.ui.canvas.terminal;

import java.util.List;

/** Colours and styles: {@code CSI ... m}. */
final class Rendition {

    private final TerminalScreen screen;

    Rendition(TerminalScreen screen) {
        this.screen = screen;
    }

    void apply(List<Integer> codes) {
        var pen = codes.isEmpty() ? Pen.PLAIN : screen.pen();
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i);
            if (code == 38 || code == 48) {
                int mode = i + 1 < codes.size() ? codes.get(i + 1) : 0;
                int colour = mode == 5 && i + 2 < codes.size() ? codes.get(i + 2) & 0xFF
                        : mode == 2 && i + 4 < codes.size() ? Pen.RGB | (codes.get(i + 2) & 0xFF) << 16
                                | (codes.get(i + 3) & 0xFF) << 8 | codes.get(i + 4) & 0xFF
                        : Pen.DEFAULT;
                pen = code == 38 ? pen.foreground(colour) : pen.background(colour);
                i += mode == 5 ? 2 : mode == 2 ? 4 : 1;
            } else {
                pen = one(pen, code);
            }
        }
        screen.pen(pen);
    }

    private static Pen one(Pen pen, int code) {
        if (code >= 30 && code <= 37) {
            return pen.foreground(code - 30);
        }
        if (code >= 40 && code <= 47) {
            return pen.background(code - 40);
        }
        if (code >= 90 && code <= 97) {
            return pen.foreground(code - 90 + 8);
        }
        if (code >= 100 && code <= 107) {
            return pen.background(code - 100 + 8);
        }
        return switch (code) {
            case 0 -> Pen.PLAIN;
            case 1 -> pen.with(Pen.BOLD);
            case 2 -> pen.with(Pen.DIM);
            case 3 -> pen.with(Pen.ITALIC);
            case 4, 21 -> pen.with(Pen.UNDERLINE);
            case 7 -> pen.with(Pen.INVERSE);
            case 8 -> pen.with(Pen.HIDDEN);
            case 9 -> pen.with(Pen.STRUCK);
            case 22 -> pen.without(Pen.BOLD | Pen.DIM);
            case 23 -> pen.without(Pen.ITALIC);
            case 24 -> pen.without(Pen.UNDERLINE);
            case 27 -> pen.without(Pen.INVERSE);
            case 28 -> pen.without(Pen.HIDDEN);
            case 29 -> pen.without(Pen.STRUCK);
            case 39 -> pen.foreground(Pen.DEFAULT);
            case 49 -> pen.background(Pen.DEFAULT);
            default -> pen;
        };
    }
}
