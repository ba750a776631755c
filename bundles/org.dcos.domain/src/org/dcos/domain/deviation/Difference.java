package org.dcos.domain.deviation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One value that differs, and how that is known.
 *
 * @param item     the record meant, where there is one
 * @param recorded what the record says; may be empty
 * @param seen     what was told; may be empty
 * @param source   who saw it
 * @param point    where it was seen; empty where nothing was
 * @param at       when it was seen
 */
public record Difference(Property property, Optional<UUID> item, String recorded, String seen, String source,
        String point, Instant at) {}
