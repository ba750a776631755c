package org.dcos.ui.canvas.theme;

import static org.dcos.ui.canvas.theme.Token.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The two looks. This is the one place where colours are written down. */
public enum Theme {
    LIGHT, DARK;

    private record Pair(String light, String dark) {}

    private static final Map<Token, Pair> COLOURS = new EnumMap<>(Map.ofEntries(
            Map.entry(BACKGROUND, new Pair("#F6F7F9", "#14181E")),
            Map.entry(PANEL, new Pair("#FFFFFF", "#1C222A")),
            Map.entry(LINE, new Pair("#D9DEE5", "#313A45")),
            Map.entry(TEXT, new Pair("#1B2430", "#E7ECF2")),
            Map.entry(MUTED, new Pair("#5A6675", "#9AA7B6")),
            Map.entry(SELECTION, new Pair("#E3EEFB", "#20344D")),
            Map.entry(HOVER, new Pair("#F1F4F8", "#262E38")),
            Map.entry(ACCENT, new Pair("#0B63CE", "#5AA9FF")),
            Map.entry(OK, new Pair("#1A7F4B", "#41C884")),
            Map.entry(WARNING, new Pair("#B45A00", "#F2A33A")),
            Map.entry(CRITICAL, new Pair("#C2232D", "#FF6B6B")),
            Map.entry(STALE, new Pair("#6B7480", "#8B97A5")),
            Map.entry(RAIL, new Pair("#EEF1F5", "#232A33")),
            Map.entry(FREE_UNIT, new Pair("#FAFBFC", "#1A2027")),
            Map.entry(DEVICE, new Pair("#E9EDF3", "#2A323D")),
            Map.entry(SWITCH, new Pair("#DCE8F7", "#223850")),
            Map.entry(DEVICE_EDGE, new Pair("#CFD6DF", "#3A4451"))));

    /** Blue, teal, purple, ochre, magenta, cyan, slate, indigo: no red, amber or green, those say how something is. */
    private static final List<Pair> SERIES = List.of(new Pair("#0B63CE", "#5AA9FF"), new Pair("#0E7C66", "#3FC7A8"),
            new Pair("#7B3FB8", "#C79BFF"), new Pair("#866000", "#D9B84A"), new Pair("#B02E7C", "#FF8CCB"),
            new Pair("#0A7490", "#4FC6E0"), new Pair("#55606E", "#B7C2CF"), new Pair("#4340B5", "#9D9CFF"));

    public Palette palette() {
        boolean dark = this == DARK;
        var colours = new EnumMap<Token, Rgb>(Token.class);
        COLOURS.forEach((token, pair) -> colours.put(token, pick(pair, dark)));
        return new Palette(dark, colours, SERIES.stream().map(pair -> pick(pair, dark)).toList());
    }

    /** @param name as in a preference: {@code light} or {@code dark}; anything else is light */
    public static Theme named(String name) {
        return Stream.of(values()).filter(theme -> theme.name().equalsIgnoreCase(name)).findFirst().orElse(LIGHT);
    }

    private static Rgb pick(Pair pair, boolean dark) {
        return Rgb.of(dark ? pair.dark : pair.light);
    }
}
