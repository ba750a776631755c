package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.sdr.RawThresholds;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The thresholds in use of one sensor (IPMI v2.0 r1.1 §35.9).
 *
 * @param mask which of them count, bits as in {@link Threshold}
 */
public record SensorThresholds(int mask, RawThresholds raw) {

    private static final int LENGTH = 7;
    private static final int MASK = 0x3F;

    /** Get Sensor Thresholds. */
    public record Get(int number, int lun) implements StandardRequest<SensorThresholds> {
        @Override
        public Command spec() {
            return Command.GET_SENSOR_THRESHOLDS;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) number};
        }

        @Override
        public SensorThresholds decode(byte[] answer) throws MalformedIpmiMessage {
            return SensorThresholds.decode(spec(), answer, 0);
        }
    }

    /** Set Sensor Thresholds (§35.8): those of the mask. */
    public record Set(int number, int lun, SensorThresholds thresholds) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_SENSOR_THRESHOLDS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(1 + LENGTH).put((byte) number).put(thresholds.encode()).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }

        /** Reads the request, at the controller's end. */
        public static Set of(int lun, byte[] data) throws MalformedIpmiMessage {
            var thresholds = SensorThresholds.decode(Command.SET_SENSOR_THRESHOLDS, data, 1);
            return new Set(data[0] & 0xFF, lun, thresholds);
        }
    }

    public java.util.Set<Threshold> readable() {
        return Threshold.of(mask);
    }

    public byte[] encode() {
        return Answers.write(LENGTH).put((byte) mask).put((byte) raw.lowerNonCritical())
                .put((byte) raw.lowerCritical()).put((byte) raw.lowerNonRecoverable())
                .put((byte) raw.upperNonCritical()).put((byte) raw.upperCritical())
                .put((byte) raw.upperNonRecoverable()).array();
    }

    private static SensorThresholds decode(Command command, byte[] data, int at) throws MalformedIpmiMessage {
        var in = Answers.read(command, data, at + LENGTH).position(at);
        int mask = Answers.u8(in) & MASK;
        return new SensorThresholds(mask, new RawThresholds(Answers.u8(in), Answers.u8(in), Answers.u8(in),
                Answers.u8(in), Answers.u8(in), Answers.u8(in)));
    }
}
