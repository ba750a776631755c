package org.dcos.domain.capacity;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** What racks can take, and what stands in them takes, as recorded. */
public interface Capacities {

    /**
     * The racks in the order of their names.
     *
     * @param room only those that stand there; empty: all
     */
    Page<RackCapacity> racks(Optional<UUID> room, PageRequest page) throws Problem;
}
