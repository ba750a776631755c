package org.dcos.server.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** When the hold time of a track ends; ordered by time. */
record Deadline(Instant at, UUID server, UUID rule, String subject) implements Comparable<Deadline> {

    private static final Comparator<Deadline> ORDER = Comparator.comparing(Deadline::at).thenComparing(Deadline::server)
            .thenComparing(Deadline::rule).thenComparing(Deadline::subject);

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
