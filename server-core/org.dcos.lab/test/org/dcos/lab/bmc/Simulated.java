package org.dcos.lab.bmc;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.dcos.lab.plan.LabPlan;
import org.dcos.lab.plan.ServerPlan;

/** A simulator with clocks that the test moves. */
final class Simulated {

    static final String USER = "admin";
    static final String PASSWORD = "DcosLab-2026";
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final BmcSimulator bmc;

    Simulated() {
        this(LabPlan.of(60, 1).servers().stream().filter(ServerPlan::poweredOn).findFirst().orElseThrow());
    }

    Simulated(ServerPlan server) {
        bmc = new BmcSimulator(server, new InetSocketAddress("127.66.0.1", 623), USER, PASSWORD,
                new LabClock(InstantSource.fixed(NOON), nanos::get), new Random(1));
    }

    BmcSimulator bmc() {
        return bmc;
    }

    void passSeconds(int seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }
}
