package org.dcos.domain.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One deed. Entries are only ever added.
 *
 * @param sequence position in the log, ascending; 0 before it is stored
 * @param who      caller's name
 * @param origin   where from: a network address, {@code embedded} or {@code server-core}
 * @param action   a word and a thing: {@code server.save}, {@code power.cycle}
 * @param subject  the thing it was done to
 * @param what     the thing's name and what changed, in words; never a secret
 * @param why      the reason given, empty where none is asked for
 */
public record AuditEntry(long sequence, Instant at, String who, String origin, String action, Optional<UUID> subject,
        String what, String why) {}
