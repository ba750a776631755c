package org.dcos.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.dcos.domain.monitor.Sweep;

/**
 * Gathers the planned questions for the power state into rounds. A round is an interval's worth: each BMC is asked once
 * in it. It has ended when its time is over and every question has its answer or none; a question that is still open an
 * interval later counts as not answered, so that one slow BMC does not keep the end of the round from everybody.
 * Guarded by its own monitor.
 */
final class Rounds {

    private static final class Round {
        final long began;
        int asked;
        int answered;
        int outstanding;
        long lastAnswer;

        Round(long began) {
            this.began = began;
            lastAnswer = began;
        }
    }

    private final TreeMap<Long, Round> open = new TreeMap<>();

    /** The round that a planned time belongs to. @param due and @param interval in ms of the monotonic clock */
    static long number(long due, Duration interval) {
        return Math.floorDiv(due, interval.toMillis());
    }

    synchronized void asked(long number, long now) {
        var round = open.computeIfAbsent(number, _ -> new Round(now));
        round.asked++;
        round.outstanding++;
    }

    synchronized void ended(long number, long now, boolean answered) {
        var round = open.get(number);
        if (round != null) {
            round.outstanding--;
            round.answered += answered ? 1 : 0;
            round.lastAnswer = now;
        }
    }

    /** Takes out what has ended, in order. @param wall the time of day that belongs to {@code now} */
    synchronized List<Sweep> ended(long now, Instant wall, Duration interval) {
        var sweeps = new ArrayList<Sweep>();
        long present = number(now, interval);
        while (!open.isEmpty() && (open.firstKey() < present - 1
                || open.firstKey() < present && open.firstEntry().getValue().outstanding == 0)) {
            var round = open.pollFirstEntry().getValue();
            sweeps.add(new Sweep(wall.minusMillis(now - round.lastAnswer), round.asked, round.answered,
                    Duration.ofMillis(round.lastAnswer - round.began)));
        }
        return sweeps;
    }

    /** The interval was changed: open rounds are forgotten. */
    synchronized void restart() {
        open.clear();
    }
}
