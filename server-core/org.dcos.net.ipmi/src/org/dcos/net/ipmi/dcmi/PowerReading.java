package org.dcos.net.ipmi.dcmi;

import java.time.Duration;
import java.time.Instant;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Power of the whole server in watts (DCMI v1.5 §6.6.1, table 6-16).
 *
 * @param at       by the controller's clock
 * @param period   over which least, most and average hold
 * @param measured whether power is being measured at present
 */
public record PowerReading(int watts, int least, int most, int average, Instant at, Duration period,
        boolean measured) {

    private static final int LENGTH = 17;
    private static final byte SYSTEM_POWER_STATISTICS = 1;
    private static final int ACTIVE = 0x40;

    /** Get Power Reading. */
    public record Get() implements DcmiRequest<PowerReading> {
        @Override
        public Command spec() {
            return Command.GET_POWER_READING;
        }

        @Override
        public byte[] data() {
            return new byte[] {GROUP, SYSTEM_POWER_STATISTICS, 0, 0};
        }

        @Override
        public PowerReading decode(byte[] answer) throws MalformedIpmiMessage {
            var in = answered(answer, LENGTH);
            return new PowerReading(Answers.u16(in), Answers.u16(in), Answers.u16(in), Answers.u16(in),
                    Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt())),
                    Duration.ofMillis(Integer.toUnsignedLong(in.getInt())), (Answers.u8(in) & ACTIVE) != 0);
        }
    }
}
