package org.dcos.tests.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A catalogue in gettext's form, with each text on one line. */
record PoFile(Path path, List<Entry> entries) {

    private static final Pattern NUMBER = Pattern.compile("%(\\d)\\$[sS]");

    /**
     * A text and its translation.
     *
     * @param without numbers of what is filled in that the translation leaves out, as the comment before it says
     */
    record Entry(String english, String translated, int line, Set<Integer> without) {}

    static PoFile read(Path path) {
        var entries = new ArrayList<Entry>();
        Set<Integer> without = Set.of();
        String english = "";
        int number = 0;
        for (String line : Repository.text(path).split("\n")) {
            number++;
            if (line.startsWith("#. without ")) {
                without = numbers(line);
            } else if (line.startsWith("msgid ")) {
                english = unquoted(line.substring("msgid ".length()));
            } else if (line.startsWith("msgstr ")) {
                entries.add(new Entry(english, unquoted(line.substring("msgstr ".length())), number, without));
                without = Set.of();
            }
        }
        return new PoFile(path, entries);
    }

    List<String> english() {
        return entries.stream().map(Entry::english).toList();
    }

    /** Numbers of what is filled in by a translation. */
    static TreeSet<Integer> numbers(String text) {
        var numbers = new TreeSet<Integer>();
        NUMBER.matcher(text).results().forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
        return numbers;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).translateEscapes();
    }
}
