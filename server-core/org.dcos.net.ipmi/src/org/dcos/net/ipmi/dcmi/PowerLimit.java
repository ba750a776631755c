package org.dcos.net.ipmi.dcmi;

import java.time.Duration;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The most power that a server may take (DCMI v1.5 §6.6.2 to §6.6.4).
 *
 * @param exception  what is done when it cannot be held: 0 nothing, 1 power off and log, 11h log, else OEM
 * @param watts      0 to 65535
 * @param correction how long it may be exceeded
 * @param sampling   over which it is measured, whole seconds
 */
public record PowerLimit(int exception, int watts, Duration correction, Duration sampling) {

    /** Completion code of Get Power Limit: none is active. */
    public static final int NONE_ACTIVE = 0x80;

    public static final int NO_ACTION = 0x00;
    public static final int POWER_OFF = 0x01;
    public static final int LOG = 0x11;

    private static final int LENGTH = 13;

    public PowerLimit {
        if (watts < 0 || watts > 0xFFFF) {
            throw new IllegalArgumentException("power limit of %d W, must be 0 to 65535".formatted(watts));
        }
    }

    /** Get Power Limit; refused with {@link #NONE_ACTIVE} when there is none. */
    public record Get() implements DcmiRequest<PowerLimit> {
        @Override
        public Command spec() {
            return Command.GET_POWER_LIMIT;
        }

        @Override
        public byte[] data() {
            return new byte[] {GROUP, 0, 0};
        }

        @Override
        public PowerLimit decode(byte[] answer) throws MalformedIpmiMessage {
            var in = answered(answer, LENGTH);
            Answers.u16(in); // reserved
            int exception = Answers.u8(in);
            int watts = Answers.u16(in);
            long correction = Integer.toUnsignedLong(in.getInt());
            Answers.u16(in); // reserved
            return new PowerLimit(exception, watts, Duration.ofMillis(correction), Duration.ofSeconds(Answers.u16(in)));
        }
    }

    /** Set Power Limit; it holds once activated. */
    public record Set(PowerLimit limit) implements DcmiRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_POWER_LIMIT;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(2 + LENGTH).put(GROUP).put(new byte[3]).put((byte) limit.exception)
                    .putShort((short) limit.watts).putInt((int) limit.correction.toMillis()).putShort((short) 0)
                    .putShort((short) limit.sampling.toSeconds()).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    /** Activate/Deactivate Power Limit. */
    public record Activate(boolean active) implements DcmiRequest<Done> {
        @Override
        public Command spec() {
            return Command.ACTIVATE_POWER_LIMIT;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {GROUP, (byte) (active ? 1 : 0), 0, 0};
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }
}
