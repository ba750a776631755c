package org.dcos.client.service;

import java.time.Duration;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerControl;
import org.dcos.domain.power.PowerOrder;
import org.dcos.domain.power.PowerPlan;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.BmcEndpoints;

/** Chassis control over the wire. */
final class RemotePowerControl implements PowerControl {

    private final Calls calls;

    RemotePowerControl(Calls calls) {
        this.calls = calls;
    }

    @Override
    public PowerPlan plan(PowerOrder order) throws Problem {
        return calls.call(BmcEndpoints.PLAN_POWER, new BmcEndpoints.Power(order));
    }

    @Override
    public Operation order(PowerOrder order) throws Problem {
        return calls.call(BmcEndpoints.ORDER_POWER, new BmcEndpoints.Power(order));
    }

    @Override
    public Operation identify(UUID server, Duration time) throws Problem {
        return calls.call(BmcEndpoints.IDENTIFY,
                new BmcEndpoints.Identify(server, new BmcEndpoints.Identification(time)));
    }

    @Override
    public Operation bootDevice(UUID server, BootDevice device, boolean persistent, boolean uefi) throws Problem {
        return calls.call(BmcEndpoints.BOOT_DEVICE,
                new BmcEndpoints.SetBootDevice(server, new BmcEndpoints.BootChoice(device, persistent, uefi)));
    }
}
