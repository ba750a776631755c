package org.dcos.domain.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;

/**
 * A thing among what it hangs on and what is hit when it goes.
 *
 * @param things     the thing itself first, then what it hangs on, then what is hit, lost things first
 * @param ties       between these things
 * @param counts     of all that is hit, also of what is left out
 * @param businesses that devices work for that are hit, also of those that are left out; the most lost first
 * @param left       how many things that are hit are left out, because there are too many to draw
 */
public record ImpactGraph(List<Thing> things, List<Tie> ties, List<Count> counts, List<Share> businesses, int left) {

    /** Most things that are hit in one graph. */
    public static final int MOST = 2_000;

    /** @param hit how hard it is hit; empty when it is not */
    public record Thing(Kind kind, UUID id, String name, String place, Optional<Severity> hit) {}

    /** @param to what hangs on the other */
    public record Tie(UUID from, UUID to, Cause by) {}

    public record Count(Kind kind, int lost, int degraded) {}

    /** How many devices of a business are hit. */
    public record Share(UUID business, String name, int lost, int degraded) {}

    public ImpactGraph {
        things = List.copyOf(things);
        ties = List.copyOf(ties);
        counts = List.copyOf(counts);
        businesses = List.copyOf(businesses);
    }
}
