package org.dcos.domain.bmc;

import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;

/**
 * Finds BMCs and matches them to recorded servers by the serial number in their FRU. A matched server that was PLANNED
 * becomes DISCOVERED. The operation's results name each address: matched, unmatched, silent, wrong credential.
 */
public interface Discovery {

    Operation start(DiscoveryOrder order) throws Problem;
}
