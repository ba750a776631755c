package org.dcos.domain.cmdb;

import java.time.Instant;
import java.util.Optional;

/**
 * Changes that were made together, by one person for one reason, and that can be undone together.
 *
 * @param number   counts up from 1
 * @param origin   where from: a network address, {@code embedded} or {@code server-core}
 * @param title    what was done, in a few words
 * @param why      the reason given; may be empty
 * @param changes  how many items it changed
 * @param undoes   the change set that this one took back
 * @param undoneBy the change set that took this one back
 */
public record ChangeSet(long number, Instant at, String who, String origin, String title, String why, int changes,
        Optional<Long> undoes, Optional<Long> undoneBy) {}
