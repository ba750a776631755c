package org.dcos.wire;

import org.dcos.domain.Secret;

/**
 * The gateway of a server-core in the same process: the same router that answers HTTPS, without a port. Registered as
 * an OSGi service when all services of the server-core are up.
 */
public interface LocalGateway {

    /** Answers one request; never throws. */
    WireResponse handle(WireRequest request);

    /** Opens the stream of events, or answers why not; never throws. */
    EventAnswer events(WireRequest request);

    /** A token for the console of this process, with all rights; it lives in memory only and works nowhere else. */
    Secret localToken();
}
