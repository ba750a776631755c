package org.dcos.domain.monitor;

import java.util.UUID;

/** Is told of every observation, one after the other for one server, from the collector's threads; returns quickly. */
public interface ObservationListener {

    void observed(Observation observation);

    /** The server is no longer watched: deleted, or without a BMC. */
    void unwatched(UUID server);
}
