package org.dcos.ui.canvas.audit;

import java.util.ArrayList;
import java.util.List;

/** How long each part of a bar is: what there is of, is seen, however little. A pure function. */
final class CoverageLayout {

    /** A part with something in it is at least this long. */
    static final int LEAST = 4;

    private CoverageLayout() {}

    static List<Integer> lengths(List<Integer> counts, int length) {
        long sum = counts.stream().mapToLong(Integer::longValue).sum();
        var lengths = new ArrayList<Integer>();
        int longest = 0;
        int used = 0;
        for (int i = 0; i < counts.size(); i++) {
            int share = sum == 0 ? 0 : (int) (counts.get(i) * (long) length / sum);
            lengths.add(counts.get(i) > 0 ? Math.max(LEAST, share) : 0);
            used += lengths.getLast();
            longest = counts.get(i) > counts.get(longest) ? i : longest;
        }
        if (sum > 0) {
            lengths.set(longest, Math.max(0, lengths.get(longest) + length - used)); // what rounding left over
        }
        return lengths;
    }
}
