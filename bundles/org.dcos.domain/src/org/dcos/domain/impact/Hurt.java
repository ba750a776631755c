package org.dcos.domain.impact;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;

/**
 * A thing that is hit.
 *
 * @param cause by what it is hit
 * @param path  the names of the things from the one that goes to this one
 */
public record Hurt(Kind kind, UUID id, String name, String place, Severity severity, Cause cause, List<String> path) {

    /** How hard it is hit. */
    public enum Severity {
        /** It stands still. */
        LOST,
        /** It goes on, with less to fall back on. */
        DEGRADED
    }

    /** By what a thing is hit. */
    public enum Cause {
        /** It is within what goes. */
        PLACE, POWER, NETWORK, DEPENDENCY
    }

    public Hurt {
        path = List.copyOf(path);
    }
}
