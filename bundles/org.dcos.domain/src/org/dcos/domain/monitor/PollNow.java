package org.dcos.domain.monitor;

import java.util.UUID;

/** Asks the collector to look at a server at once, out of turn: after a power order, or when an operator opens it. */
public interface PollNow {

    void pollNow(UUID server);
}
