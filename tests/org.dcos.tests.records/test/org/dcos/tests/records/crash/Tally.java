package org.dcos.tests.records.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.tests.records.crash.Told.Word;

/** Where the kills of one work fell, and what they left. */
final class Tally {

    /** Of so many kills it is asked whether they met enough. */
    private static final int ENOUGH = 50;
    private static final double LEAST_WITHIN = 0.6;
    private static final double LEAST_WRITING = 0.04;
    private static final double LEAST_HALF_DONE = 0.4;

    private final Works works;
    private final Map<Word, Integer> ends = new EnumMap<>(Word.class);
    private final Map<Work.HalfDone, Integer> halfDone = new EnumMap<>(Work.HalfDone.class);
    private int kills;
    private long acknowledged;
    private int whole;
    private int absent;

    Tally(Works works) {
        this.works = works;
    }

    /** @param recorded the fingerprint of what was found */
    void add(Life life, String recorded, Work.HalfDone found) {
        kills++;
        acknowledged += life.done(works);
        halfDone.merge(found, 1, Integer::sum);
        life.end(works).ifPresent(end -> {
            ends.merge(end, 1, Integer::sum);
            if (end == Word.WRITE || end == Word.WRITTEN) {
                List<String> possible = life.possible();
                String own = life.last(works, Word.WRITE).orElseThrow();
                if (possible.indexOf(recorded) >= possible.indexOf(own)) {
                    whole++;
                } else {
                    absent++;
                }
            }
        });
    }

    private int ended(Word word) {
        return Optional.ofNullable(ends.get(word)).orElse(0);
    }

    private int writing() {
        return ended(Word.WRITE) + ended(Word.WRITTEN);
    }

    private int within() {
        return ended(Word.BEGIN) + writing();
    }

    private int led(Work.HalfDone how) {
        return Optional.ofNullable(halfDone.get(how)).orElse(0);
    }

    /** Kills that fall elsewhere prove nothing. */
    void check() {
        if (kills >= ENOUGH) {
            assertThat(within()).as("%s", this).isGreaterThan((int) (LEAST_WITHIN * kills));
            assertThat(writing()).as("%s", this).isGreaterThan((int) (LEAST_WRITING * kills));
            if (works == Works.RELOCATION) {
                assertThat(led(Work.HalfDone.RESUMED) + led(Work.HalfDone.ROLLED_BACK)).as("%s", this)
                        .isGreaterThan((int) (LEAST_HALF_DONE * kills));
            }
        }
    }

    @Override
    public String toString() {
        return ("%s: %d kills, %d within an operation (%d before it wrote, %d while it wrote, %d before it was told); "
                + "of the operations that were writing %d were found whole, %d not at all; "
                + "%d were acknowledged; of relocations under way %d were resumed, %d rolled back").formatted(works,
                        kills, within(), ended(Word.BEGIN), ended(Word.WRITE), ended(Word.WRITTEN), whole, absent,
                        acknowledged, led(Work.HalfDone.RESUMED), led(Work.HalfDone.ROLLED_BACK));
    }
}
