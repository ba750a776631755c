package org.dcos.server.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.server.monitor.eventlog.EventLogTurn;

/** Notes whose log was read; a long one is read in pieces. */
final class FakeLogs implements EventLogTurn {

    final List<String> read = new ArrayList<>();
    /** By address, how many pieces are left. */
    final Map<String, Integer> pieces = new ConcurrentHashMap<>();
    volatile Duration interval = Duration.ofMinutes(10);

    @Override
    public synchronized boolean readOn(Bmc bmc, BmcEndpoint endpoint) {
        read.add(bmc.address());
        return pieces.merge(bmc.address(), -1, Integer::sum) > 0;
    }

    @Override
    public Duration interval() {
        return interval;
    }
}
