package org.dcos.tests.records.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.dcos.tests.records.crash.Told.Word;

/**
 * Chooses the moment of a kill at random within an operation of one work; the others are wherever they are then. A
 * third of the moments are drawn from all of the operation, the others from the part of it that writes, which is short.
 * How long these take is learned from what was seen before.
 */
final class Aim {

    private static final long FIRST_GUESS_NANOS = 20_000_000;

    /** What was learned of the operations of one work. */
    static final class Durations {
        private final List<Long> whole = new ArrayList<>(List.of(FIRST_GUESS_NANOS));
        private final List<Long> writing = new ArrayList<>(List.of(FIRST_GUESS_NANOS));

        private static long usual(List<Long> seen) {
            var sorted = new ArrayList<>(seen);
            Collections.sort(sorted);
            return sorted.get(sorted.size() / 2);
        }
    }

    private final Works works;
    private final Work.Target target;
    private final Durations durations;
    private final boolean writing;
    private final double part;
    private int seen;
    private boolean inTarget;
    private long begun;
    private long written;

    Aim(Works works, Durations durations, Random random) {
        this.works = works;
        this.target = works.work().target(random);
        this.durations = durations;
        this.writing = random.nextInt(3) > 0;
        this.part = random.nextDouble();
    }

    /** Whether to kill after {@link #nanos} from now. */
    boolean at(Told told, long now) {
        if (told.works() != works) {
            return false;
        }
        switch (told.word()) {
            case BEGIN -> {
                begun = now;
                inTarget = told.text().equals(target.name()) && seen++ == target.nth();
            }
            case WRITE -> written = now;
            case DONE -> {
                durations.whole.add(now - begun);
                durations.writing.add(now - written);
            }
            case WRITTEN, BEFORE -> {}
        }
        return inTarget && told.word() == (writing ? Word.WRITE : Word.BEGIN);
    }

    long nanos() {
        return (long) (part * Durations.usual(writing ? durations.writing : durations.whole));
    }
}
