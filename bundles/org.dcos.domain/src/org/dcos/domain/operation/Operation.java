package org.dcos.domain.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of long work as it stands now.
 *
 * @param kind    {@code discovery}, {@code power.cycle}, ...
 * @param title   for people, e.g. {@code Power cycle srv-a01-02}
 * @param done    targets dealt with
 * @param total   targets in all
 * @param message what is being done, or how it ended
 * @param startedBy caller's name
 * @param results one per target dealt with; at most the newest {@link #MAX_RESULTS}
 */
public record Operation(UUID id, String kind, String title, State state, int done, int total, String message,
        String startedBy, Instant started, Optional<Instant> ended, List<Result> results) {

    public static final int MAX_RESULTS = 70_000;

    public Operation {
        results = List.copyOf(results);
    }

    /** INTERRUPTED: the server-core ended in the middle; what was done is in the results. */
    public enum State {
        RUNNING, SUCCEEDED, FAILED, CANCELLED, INTERRUPTED;

        public boolean ended() {
            return this != RUNNING;
        }
    }

    /**
     * What became of one target.
     *
     * @param target a server's name or an address
     * @param server the server, where there is one
     * @param outcome one word of the operation's own list, e.g. {@code matched}, {@code silent}, {@code done}
     * @param message for people: what happened and what to do
     */
    public record Result(String target, Optional<UUID> server, boolean ok, String outcome, String message) {}
}
