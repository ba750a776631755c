package org.dcos.net.ipmi.command;

import java.util.Set;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What a sensor reads now (IPMI v2.0 r1.1 §35.14, table 35-15).
 *
 * @param raw    reading byte, without meaning for discrete sensors
 * @param flags  bit 7 events enabled, bit 6 scanning enabled, bit 5 reading unavailable
 * @param states threshold sensors: bits 5:0 say which thresholds are crossed; discrete: bit n is state n
 */
public record SensorReading(int raw, int flags, int states) {

    private static final int SCANNING_ENABLED = 0x40;
    private static final int UNAVAILABLE = 0x20;
    private static final int EVENTS_ENABLED = 0x80;
    private static final int STATES_MASK = 0x7FFF;

    /** Get Sensor Reading of a sensor by number and LUN. */
    public record Get(int number, int lun) implements StandardRequest<SensorReading> {
        @Override
        public Command spec() {
            return Command.GET_SENSOR_READING;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) number};
        }

        @Override
        public SensorReading decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 2);
            int raw = Answers.u8(in);
            int flags = Answers.u8(in);
            int low = in.hasRemaining() ? Answers.u8(in) : 0;
            int high = in.hasRemaining() ? Answers.u8(in) : 0;
            return new SensorReading(raw, flags, (low | high << 8) & STATES_MASK);
        }
    }

    /** A reading that counts, with events and scanning enabled. */
    public static SensorReading available(int raw, int states) {
        return new SensorReading(raw, EVENTS_ENABLED | SCANNING_ENABLED, states);
    }

    /** "Reading unavailable": entity absent, or not yet read after a reset. */
    public static SensorReading unavailable() {
        return new SensorReading(0, EVENTS_ENABLED | SCANNING_ENABLED | UNAVAILABLE, 0);
    }

    public boolean isAvailable() {
        return (flags & UNAVAILABLE) == 0 && isScanned();
    }

    public boolean isScanned() {
        return (flags & SCANNING_ENABLED) != 0;
    }

    public Set<Threshold> crossed() {
        return Threshold.of(states & 0x3F);
    }

    /** Bits 7:6 of the third byte of a threshold sensor and bit 7 of the fourth are reserved and read as 1. */
    public byte[] encode() {
        return new byte[] {(byte) raw, (byte) flags, (byte) states, (byte) (states >> 8 | 0x80)};
    }
}
