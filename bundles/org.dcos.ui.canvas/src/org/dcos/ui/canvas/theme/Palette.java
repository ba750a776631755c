package org.dcos.ui.canvas.theme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of one theme.
 *
 * @param dark    whether text is lighter than what it stands on
 * @param colours one for every token
 * @param series  of chart lines, in order of use; told apart by hue, by lightness and, from the fifth on, by dashes
 */
public record Palette(boolean dark, Map<Token, Rgb> colours, List<Rgb> series) {

    /** The most a face is tinted by a heat scale: the label on it stays readable. */
    private static final double STRONGEST_TINT = 0.62;
    private static final double STRONGEST_DARK_TINT = 0.42;

    public Palette {
        var complete = new EnumMap<Token, Rgb>(colours);
        for (var token : Token.values()) {
            if (!complete.containsKey(token)) {
                throw new IllegalArgumentException("the palette has no colour for " + token);
            }
        }
        colours = Map.copyOf(complete);
        series = List.copyOf(series);
    }

    public Rgb of(Token token) {
        return colours.get(token);
    }

    /** @param index of the series in its chart, from 0; wraps */
    public Rgb series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /**
     * The face of a device on a scale from quiet to strong.
     *
     * @param end   colour at the strong end, e.g. {@link Token#ACCENT} for power
     * @param share 0 (least) to 1 (most)
     */
    public Rgb heat(Token end, double share) {
        return of(Token.DEVICE).mix(of(end), Math.clamp(share, 0, 1) * (dark ? STRONGEST_DARK_TINT : STRONGEST_TINT));
    }
}
