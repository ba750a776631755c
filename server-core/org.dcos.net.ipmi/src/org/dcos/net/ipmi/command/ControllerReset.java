package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Starts the controller again, not the server: Cold Reset with all defaults and a self-test (IPMI v2.0 r1.1 §20.2),
 * Warm Reset without (§20.3). Sessions end; some controllers go before they have answered. Not repeatable: the second
 * would hit a controller that is starting.
 */
public record ControllerReset(boolean cold) implements StandardRequest<Done> {

    @Override
    public Command spec() {
        return cold ? Command.COLD_RESET : Command.WARM_RESET;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.ADMINISTRATOR;
    }

    @Override
    public Done decode(byte[] answer) {
        return Done.DONE;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
