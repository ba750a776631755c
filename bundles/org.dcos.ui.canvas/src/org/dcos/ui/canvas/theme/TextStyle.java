package org.dcos.ui.canvas.theme;

/** The few sizes of text there are. Sizes are CSS pixels: 1/96 inch, whatever the screen's scale. */
public enum TextStyle {
    /** Unit numbers, axis labels. */
    TINY(9.5, false),
    /** Labels on faces, ages, legends. */
    SMALL(10.5, false),
    /** A little less than the base: second lines. */
    NOTE(11.5, false),
    /** Nearly everything. */
    BASE(12.5, false),
    /** What can be pressed, what counts most in a row. */
    STRONG(12.5, true),
    /** Title of a panel, name of a rack. */
    TITLE(13, true),
    /** Name of the device of a page. */
    HEADLINE(17, true),
    /** One figure that is read from two metres. */
    DISPLAY(26, true);

    private final double pixels;
    private final boolean semibold;

    TextStyle(double pixels, boolean semibold) {
        this.pixels = pixels;
        this.semibold = semibold;
    }

    public double pixels() {
        return pixels;
    }

    public boolean semibold() {
        return semibold;
    }
}
