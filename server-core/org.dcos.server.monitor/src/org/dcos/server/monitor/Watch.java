package org.dcos.server.monitor;

import java.util.UUID;

import org.dcos.domain.bmc.Bmc;

/** A BMC that is asked. All but {@code ended} is guarded by the lock of the {@link Collector}. */
final class Watch {

    /** Never. */
    static final long NEVER = Long.MAX_VALUE;

    /** Not asked in a round, or told already. */
    static final long NO_ROUND = Long.MIN_VALUE;

    final UUID server;
    final double phase;
    final SensorSeries series;
    Bmc bmc;
    long powerDue;
    long sensorsDue;
    long logDue;
    /** Where it stands in the queue; what is in the queue under another time is out of date. */
    long queuedFor = NEVER;
    /** The round in which the power state is asked for next. */
    long round = NO_ROUND;
    /** The newest round in which it was asked. */
    long lastRound = NO_ROUND;
    boolean waiting;
    boolean running;
    boolean urgent;
    int failures;
    /** Set and read under this object's own monitor: nothing is told of the server any more. */
    boolean ended;

    Watch(Bmc bmc, UUID server) {
        this.bmc = bmc;
        this.server = server;
        phase = Plan.phase(bmc.id());
        series = new SensorSeries(server);
    }

    long due() {
        return Math.min(Math.min(powerDue, sensorsDue), logDue);
    }

    /** Whether the other record leads to the same BMC by the same way. */
    boolean sameWay(Bmc other) {
        return bmc.address().equals(other.address()) && bmc.port() == other.port()
                && bmc.credential().equals(other.credential()) && bmc.server().equals(other.server());
    }
}
