package org.dcos.server.cmdb.plan;

import java.util.Optional;

import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.View;

/** Reads what may be refused. */
final class Looking {

    private Looking() {}

    /** Reads. */
    @FunctionalInterface
    interface Look<T> {
        T at(View view) throws Problem;
    }

    private record Seen<T>(Optional<T> what, Optional<Problem> refused) {}

    static <T> T at(LiveRecords records, Look<T> look) throws Problem {
        Seen<T> seen = records.read(view -> {
            try {
                return new Seen<>(Optional.of(look.at(view)), Optional.empty());
            } catch (Problem problem) {
                return new Seen<>(Optional.empty(), Optional.of(problem));
            }
        });
        if (seen.refused().isPresent()) {
            throw seen.refused().get();
        }
        return seen.what().orElseThrow();
    }
}
