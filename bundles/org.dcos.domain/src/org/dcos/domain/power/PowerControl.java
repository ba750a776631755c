package org.dcos.domain.power;

import java.time.Duration;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;

/** Controls the chassis of servers through their BMCs. */
public interface PowerControl {

    /** Tells what the order would do; touches no hardware. */
    PowerPlan plan(PowerOrder order) throws Problem;

    /** Carries the order out. Results per server come with the operation; the audit log has the order first. */
    Operation order(PowerOrder order) throws Problem;

    /** @param time up to 255 s, zero puts the LED out */
    Operation identify(UUID server, Duration time) throws Problem;

    /** @param persistent for every boot from now on, not only the next */
    Operation bootDevice(UUID server, BootDevice device, boolean persistent, boolean uefi) throws Problem;
}
