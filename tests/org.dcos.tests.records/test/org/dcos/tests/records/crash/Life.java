package org.dcos.tests.records.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.tests.records.crash.Told.Word;

/**
 * All that a worker told until it was killed. Its changes went to the store one after the other, so what is on disk is
 * what was recorded after one of them: not before the last that was acknowledged.
 *
 * @param before the fingerprint of what was recorded when it began
 */
record Life(String before, List<Told> told) {

    Life {
        told = List.copyOf(told);
    }

    /** Fingerprints that what is recorded may have: after the last acknowledged change, and after each later one. */
    List<String> possible() {
        var after = new ArrayList<>(List.of(before));
        int acknowledged = 0;
        Map<Works, Integer> decided = new EnumMap<>(Works.class);
        for (Told line : told) {
            switch (line.word()) {
                case WRITE -> {
                    after.add(line.text());
                    decided.put(line.works(), after.size() - 1);
                }
                case DONE -> acknowledged = Math.max(acknowledged, Optional.ofNullable(decided.get(line.works()))
                        .orElse(0));
                case BEGIN, WRITTEN, BEFORE -> {}
            }
        }
        return after.subList(acknowledged, after.size());
    }

    /** What was told of one work. */
    List<Told> of(Works works) {
        return told.stream().filter(line -> line.works() == works).toList();
    }

    /** How far a work was when it was killed; empty when it had not begun. */
    Optional<Word> end(Works works) {
        List<Told> lines = of(works);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().word());
    }

    /** What came with a word of a work when it was told last. */
    Optional<String> last(Works works, Word word) {
        return of(works).reversed().stream().filter(line -> line.word() == word).map(Told::text).findFirst();
    }

    /** How many operations of a work were acknowledged. */
    long done(Works works) {
        return of(works).stream().filter(line -> line.word() == Word.DONE).count();
    }
}
