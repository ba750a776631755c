package org.dcos.domain.search;

import java.util.UUID;

import org.dcos.domain.cmdb.Kind;

/**
 * A thing that was found.
 *
 * @param name   what people call it
 * @param place  where it is; may be empty
 * @param field  by which of its fields it was found, e.g. {@code serial}
 * @param value  what that field says
 */
public record Hit(Kind kind, UUID id, String name, String place, String field, String value, Match match) {

    /** How well it fits, the best first. */
    public enum Match {
        EXACT, PREFIX, CONTAINED
    }
}
