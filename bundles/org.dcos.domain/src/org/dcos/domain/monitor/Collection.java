package org.dcos.domain.monitor;

import java.util.Optional;

import org.dcos.domain.problem.Problem;

/** The collector's settings and what it did last. */
public interface Collection {

    CollectionSettings settings() throws Problem;

    /** Takes effect at once. Invalid names every value out of range. */
    CollectionSettings save(CollectionSettings settings) throws Problem;

    Optional<Sweep> lastSweep() throws Problem;
}
