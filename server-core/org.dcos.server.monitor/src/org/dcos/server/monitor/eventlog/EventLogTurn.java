package org.dcos.server.monitor.eventlog;

import java.time.Duration;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;

/** Reads the event log of a BMC when its turn has come. */
public interface EventLogTurn {

    /**
     * Reads on a bounded piece of what is new. A failure is kept in the state of the log: that the BMC is silent is
     * found out by others.
     *
     * @return whether there is more to be read
     */
    boolean readOn(Bmc bmc, BmcEndpoint endpoint) throws InterruptedException;

    /** How long after it the next turn of a BMC comes. */
    Duration interval();
}
