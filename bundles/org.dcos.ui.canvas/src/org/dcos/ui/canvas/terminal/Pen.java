package org.dcos.ui.canvas.terminal;

/**
 * How characters look.
 *
 * @param foreground {@link #DEFAULT}, 0 to 255 of the palette, or {@code RGB | 0xRRGGBB}
 * @param flags      of {@link #BOLD} and so on
 */
public record Pen(int foreground, int background, int flags) {

    public static final int DEFAULT = -1;
    public static final int RGB = 1 << 24;
    public static final int BOLD = 1;
    public static final int DIM = 2;
    public static final int ITALIC = 4;
    public static final int UNDERLINE = 8;
    public static final int INVERSE = 16;
    public static final int HIDDEN = 32;
    public static final int STRUCK = 64;
    public static final Pen PLAIN = new Pen(DEFAULT, DEFAULT, 0);

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    Pen with(int flag) {
        return new Pen(foreground, background, flags | flag);
    }

    Pen without(int flag) {
        return new Pen(foreground, background, flags & ~flag);
    }

    Pen foreground(int colour) {
        return new Pen(colour, background, flags);
    }

    Pen background(int colour) {
        return new Pen(foreground, colour, flags);
    }
}
