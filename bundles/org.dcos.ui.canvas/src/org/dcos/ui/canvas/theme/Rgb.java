package org.dcos.ui.canvas.theme;

/** A colour in sRGB, each part 0 to 255. */
public record Rgb(int red, int green, int blue) {

    public Rgb {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException(
                    "colour %d, %d, %d has a part outside 0 to 255".formatted(red, green, blue));
        }
    }

    /** @param hex as {@code #RRGGBB} */
    public static Rgb of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("'%s' is no colour of the form #RRGGBB".formatted(hex));
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** As {@code #RRGGBB}. */
    public String hex() {
        return "#%02X%02X%02X".formatted(red, green, blue);
    }

    /** This colour with {@code share} (0 to 1) of another. */
    public Rgb mix(Rgb other, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Rgb(between(red, other.red, part), between(green, other.green, part),
                between(blue, other.blue, part));
    }

    /** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public double contrast(Rgb other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
