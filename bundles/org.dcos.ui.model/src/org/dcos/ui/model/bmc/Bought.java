package org.dcos.ui.model.bmc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dcos.domain.bmc.BmcSetup.Part;

/**
 * What was bought of a kind of parts, as the labels of a server say it: {@code parts.dimm = 16} or
 * {@code 16 x M393A4K40}.
 *
 * @param model empty where only the number is recorded
 */
record Bought(int number, String model) {

    private static final String LABEL = "parts.";
    private static final Pattern COUNTED = Pattern.compile("\\s*(\\d{1,4})(?:\\s*[x×*]\\s*(\\S.*))?\\s*");

    /** Empty where nothing is recorded, or no number. */
    static Optional<Bought> of(Map<String, String> labels, Part.Kind kind) {
        return Optional.ofNullable(labels.get(LABEL + kind.name().toLowerCase(Locale.ROOT))).map(COUNTED::matcher)
                .filter(matcher -> matcher.matches()).map(matcher -> new Bought(Integer.parseInt(matcher.group(1)),
                        Optional.ofNullable(matcher.group(2)).orElse("").strip()));
    }

    boolean isModelOf(Part part) {
        String wanted = letters(model);
        return List.of(part.manufacturer() + part.model(), part.model(), part.partNumber()).stream()
                .anyMatch(told -> letters(told).contains(wanted));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
