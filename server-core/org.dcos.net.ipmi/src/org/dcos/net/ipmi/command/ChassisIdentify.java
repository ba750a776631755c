package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Chassis Identify (IPMI v2.0 r1.1 §28.5).
 *
 * @param seconds    how long the light blinks, 0 to 255; 0 turns it off
 * @param indefinite until told otherwise; the second byte is only sent when this is set, older controllers refuse it
 */
public record ChassisIdentify(int seconds, boolean indefinite) implements StandardRequest<Done> {

    public ChassisIdentify {
        if (seconds < 0 || seconds > 0xFF) {
            throw new IllegalArgumentException("identify for %d s, must be 0 to 255".formatted(seconds));
        }
    }

    @Override
    public Command spec() {
        return Command.CHASSIS_IDENTIFY;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.OPERATOR;
    }

    @Override
    public byte[] data() {
        return indefinite ? new byte[] {(byte) seconds, 1} : new byte[] {(byte) seconds};
    }

    @Override
    public Done decode(byte[] answer) {
        return Done.DONE;
    }
}
