package org.dcos.net.probe;

import java.time.Duration;

/**
 * How often an address is asked before it counts as silent.
 *
 * @param tries questions, 1 to 10
 * @param each  wait for the answer to one, 1 ms to 1 min; an answer to an earlier one counts as long as any is awaited
 */
public record Patience(int tries, Duration each) {

    private static final int MOST_TRIES = 10;

    public Patience {
        if (tries < 1 || tries > MOST_TRIES) {
            throw new IllegalArgumentException("%d tries: 1 to 10 can be made".formatted(tries));
        }
        requireWait(each);
    }

    static void requireWait(Duration wait) {
        if (wait.compareTo(Duration.ofMillis(1)) < 0 || wait.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("a wait of %s: 1 ms to 1 min are possible".formatted(wait));
        }
    }

    /** Until an address counts as silent. */
    public Duration whole() {
        return each.multipliedBy(tries);
    }
}
