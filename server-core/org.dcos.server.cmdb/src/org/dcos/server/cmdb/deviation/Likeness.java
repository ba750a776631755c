package org.dcos.server.cmdb.deviation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** When two texts mean the same thing. */
final class Likeness {

    /** What makers write behind their names, or leave out. */
    private static final Set<String> LEGAL = Set.of("inc", "incorporated", "corp", "corporation", "co", "ltd",
            "limited",
            "llc", "gmbh", "ag", "technologies", "technology", "computer", "systems", "group");

    private Likeness() {}

    /** A serial number or a tag without spaces, dashes and case. */
    static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    static boolean sameTag(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Whether the words of one name are among the words of the other: {@code R740} and {@code PowerEdge R740}. */
    static boolean sameName(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words.containsAll(others) || others.containsAll(words) || plain(one).equals(plain(other));
    }

    private static Set<String> words(String name) {
        var words = new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        var essential = new HashSet<>(words);
        essential.removeAll(LEGAL);
        return essential.isEmpty() ? words : essential;
    }
}
