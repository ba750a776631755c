package org.dcos.ui.parts.impact;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dcos.ui.canvas.theme.Rgb;

/** The colour of a cable's jacket, which is recorded as a number or in a word. */
final class JacketColours {

    private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("black", "#111111"), Map.entry("黑", "#111111"), Map.entry("white", "#FFFFFF"),
            Map.entry("白", "#FFFFFF"), Map.entry("grey", "#9AA0A6"), Map.entry("gray", "#9AA0A6"),
            Map.entry("灰", "#9AA0A6"), Map.entry("red", "#C2232D"), Map.entry("红", "#C2232D"),
            Map.entry("blue", "#0B63CE"), Map.entry("蓝", "#0B63CE"), Map.entry("green", "#1A7F4B"),
            Map.entry("绿", "#1A7F4B"), Map.entry("yellow", "#F2C230"), Map.entry("黄", "#F2C230"),
            Map.entry("orange", "#F28C28"), Map.entry("橙", "#F28C28"), Map.entry("purple", "#7A3FA8"),
            Map.entry("violet", "#7A3FA8"), Map.entry("紫", "#7A3FA8"), Map.entry("aqua", "#3FC1C9"),
            Map.entry("水蓝", "#3FC1C9"), Map.entry("pink", "#E78AC3"), Map.entry("brown", "#8A5A2B"));

    private JacketColours() {}

    static Optional<Rgb> of(String colour) {
        var text = colour.strip().toLowerCase(Locale.ROOT);
        if (HEX.matcher(text).matches()) {
            return Optional.of(Rgb.of(text.startsWith("#") ? text : "#" + text));
        }
        var word = text.endsWith("色") ? text.substring(0, text.length() - 1) : text;
        return Optional.ofNullable(WORDS.get(word)).map(Rgb::of);
    }
}
