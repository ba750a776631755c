package org.dcos.net.ipmi.command;

import java.util.Optional;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Chassis Control (IPMI v2.0 r1.1 §28.3, table 28-4). Not repeatable: a second cycle or reset would hit a machine that
 * is already starting.
 */
public record ChassisControl(Action action) implements StandardRequest<Done> {

    /** In the order of their codes. */
    public enum Action {
        POWER_OFF,
        POWER_ON,
        /** Off for at least a second, then on; refused by many controllers while off. */
        POWER_CYCLE,
        HARD_RESET,
        DIAGNOSTIC_INTERRUPT,
        /** Asks the operating system through ACPI. */
        SOFT_SHUTDOWN;

        public static Optional<Action> of(int code) {
            return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
        }

        public int code() {
            return ordinal();
        }
    }

    @Override
    public Command spec() {
        return Command.CHASSIS_CONTROL;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.OPERATOR;
    }

    @Override
    public byte[] data() {
        return new byte[] {(byte) action.code()};
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
