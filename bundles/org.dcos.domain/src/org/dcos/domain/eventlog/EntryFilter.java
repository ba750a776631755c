package org.dcos.domain.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted; empty means any.
 *
 * @param severity this one and worse
 * @param text     found in sensor, type or text, without regard to case
 * @param from     happened then or later
 * @param until    happened before
 */
public record EntryFilter(Optional<UUID> server, Optional<UUID> bmc, Optional<EventSeverity> severity,
        Optional<String> text, Optional<Instant> from, Optional<Instant> until) {

    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    public static EntryFilter ofServer(UUID server) {
        return new EntryFilter(Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    public static EntryFilter ofBmc(UUID bmc) {
        return new EntryFilter(Optional.empty(), Optional.of(bmc), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
