package org.dcos.server.oob.bringup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.cmdb.Server;

/**
 * Compares what was bought with what is there: pure functions. What was bought of parts stands in labels of the server,
 * else of its device type: {@code parts.dimm = 16}, or {@code parts.dimm = 16 x M393A4K40}, where the text is looked
 * for in the maker, model and part number of the parts. A kind of part that a BMC does not tell of is no difference.
 */
final class Comparison {

    private static final String LABEL = "parts.";
    private static final Pattern COUNTED = Pattern.compile("\\s*(\\d{1,4})\\s*(?:[xX×*]\\s*(.*\\S))?\\s*");

    private Comparison() {}

    /** @param same what was compared and is right, and what could not be */
    record Result(List<Difference> differences, List<String> same) {
        Result {
            differences = List.copyOf(differences);
            same = List.copyOf(same);
        }
    }

    record Difference(String what, String bought, String found) {
        String words() {
            return "%s: bought %s, found %s".formatted(what, bought, found);
        }
    }

    static Result compare(Server bought, Map<String, String> labels, BmcIdentity told, List<Part> parts) {
        var differences = new ArrayList<Difference>();
        var same = new ArrayList<String>();
        text("serial number", bought.serial(), told.serial(), bought.serial().equalsIgnoreCase(told.serial().strip()),
                differences, same);
        text("model", bought.model(), told.model(), alike(bought.model(), told.model()), differences, same);
        var byKind = new EnumMap<Part.Kind, List<Part>>(Part.Kind.class);
        parts.forEach(part -> byKind.computeIfAbsent(part.kind(), _ -> new ArrayList<>()).add(part));
        for (Part.Kind kind : Part.Kind.values()) {
            Optional<String> wanted = Optional.ofNullable(labels.get(LABEL + kind.name().toLowerCase(Locale.ROOT)))
                    .filter(text -> !text.isBlank());
            if (wanted.isPresent()) {
                parts(kind, wanted.get(), byKind.getOrDefault(kind, List.of()), differences, same);
            }
        }
        return new Result(differences, same);
    }

    private static void text(String what, String bought, String told, boolean equal, List<Difference> differences,
            List<String> same) {
        if (bought.isBlank() || told.isBlank()) {
            same.add("%s not told".formatted(what));
        } else if (equal) {
            same.add("%s %s".formatted(what, told.strip()));
        } else {
            differences.add(new Difference(what, bought, told.strip()));
        }
    }

    /**
     * Makers write their name before the model, or a generation behind it: {@code 2288H V5}, {@code FusionServer 2288H
     * V5}.
     */
    private static boolean alike(String bought, String told) {
        String a = letters(bought);
        String b = letters(told);
        return a.contains(b) || b.contains(a);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void parts(Part.Kind kind, String wanted, List<Part> found, List<Difference> differences,
            List<String> same) {
        Matcher counted = COUNTED.matcher(wanted);
        String name = kind.name();
        if (!counted.matches()) {
            differences.add(new Difference(name, "'%s', which is no number of parts (write 16 or 16 x M393A4K40)"
                    .formatted(wanted), Integer.toString(found.size())));
            return;
        }
        int number = Integer.parseInt(counted.group(1));
        String model = Optional.ofNullable(counted.group(2)).orElse("");
        if (found.isEmpty()) {
            same.add("%s not told".formatted(name));
            return;
        }
        if (found.size() != number) {
            differences.add(new Difference(name, Integer.toString(number),
                    "%d (%s)".formatted(found.size(), places(found))));
        }
        List<Part> others = found.stream().filter(part -> !is(part, model)).toList();
        if (!others.isEmpty()) {
            differences.add(new Difference(name, model, others.stream()
                    .map(part -> part.name() + " " + (part.model() + " " + part.partNumber()).strip()).distinct()
                    .collect(Collectors.joining(", "))));
        }
        if (found.size() == number && others.isEmpty()) {
            same.add("%d %s".formatted(number, name));
        }
    }

    private static boolean is(Part part, String model) {
        String all = letters(part.manufacturer() + part.model()) + " " + letters(part.model()) + " "
                + letters(part.partNumber());
        return all.contains(letters(model));
    }

    private static String places(List<Part> found) {
        return found.stream().map(Part::name).reduce((a, b) -> a + ", " + b).orElse("");
    }
}
