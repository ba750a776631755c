package org.dcos.server.cmdb.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Near {

    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private record Distant(String text, int distance) {}

    private Near() {}

    /** Up to three candidates with the fewest letters to change, drop or add; none of which more than a third. */
    static List<String> of(String text, Collection<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3);
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        return candidates.stream().filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .map(candidate -> new Distant(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingInt(Distant::distance)).limit(MOST).map(Distant::text).toList();
    }

    static Optional<String> first(String text, Collection<String> candidates) {
        return of(text, candidates).stream().findFirst();
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        int[] row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            int[] spare = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
