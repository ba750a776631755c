package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Factors of one reading of a non-linear sensor (IPMI v2.0 r1.1 §35.5).
 *
 * @param nextReading next raw reading that has other factors
 */
public record SensorFactors(int nextReading, ReadingFactors factors) {

    /** Get Sensor Reading Factors. */
    public record Get(int number, int lun, int raw) implements StandardRequest<SensorFactors> {
        @Override
        public Command spec() {
            return Command.GET_SENSOR_READING_FACTORS;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) number, (byte) raw};
        }

        @Override
        public SensorFactors decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 1 + ReadingFactors.LENGTH);
            return new SensorFactors(Answers.u8(in), ReadingFactors.decode(in));
        }
    }

    public byte[] encode() {
        var out = Answers.write(1 + ReadingFactors.LENGTH).put((byte) nextReading);
        factors.encode(out);
        return out.array();
    }
}
