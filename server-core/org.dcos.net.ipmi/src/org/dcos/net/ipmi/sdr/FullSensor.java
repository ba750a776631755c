package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Full sensor record, type 01h (IPMI v2.0 r1.1 §43.1, table 43-1). Raw values are bytes, see {@link #conversion()}.
 *
 * @param linearizationCode byte 24, bits 6:0
 * @param analogFlags byte 31: bit 0 nominal given, bit 1 normal maximum, bit 2 normal minimum
 * @param range       nominal reading, normal and sensor limits
 * @param thresholds  initial thresholds; the ones in use are those of Get Sensor Thresholds
 */
public record FullSensor(int recordId, SensorCommon common, int linearizationCode, ReadingFactors factors,
        int analogFlags, Range range, RawThresholds thresholds, int positiveHysteresis, int negativeHysteresis,
        String name) implements SensorRecord {

    static final int TYPE = 0x01;

    private static final int LENGTH_WITHOUT_NAME = 42;
    private static final int NOMINAL_GIVEN = 0x01;

    /** Raw readings, bytes 32 to 36. */
    public record Range(int nominal, int normalMaximum, int normalMinimum, int maximum, int minimum) {
        public static final Range WHOLE = new Range(0, 0, 0, 0xFF, 0);
    }

    /** @throws IllegalArgumentException for a reserved linearization */
    public FullSensor {
        if (Linearization.of(linearizationCode).isEmpty()) {
            throw new IllegalArgumentException("linearization %02Xh is reserved".formatted(linearizationCode));
        }
    }

    public Linearization linearization() {
        return Linearization.of(linearizationCode).orElseThrow();
    }

    /** True when each reading has factors of its own, to be asked with Get Sensor Reading Factors (§35.5). */
    public boolean isNonLinear() {
        return linearization() == Linearization.NON_LINEAR;
    }

    public boolean hasNominal() {
        return (analogFlags & NOMINAL_GIVEN) != 0;
    }

    public SensorConversion conversion() {
        return conversion(factors);
    }

    /** With the factors of one reading of a non-linear sensor. */
    public SensorConversion conversion(ReadingFactors ofReading) {
        return new SensorConversion(common.units().format(), ofReading, linearization());
    }

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        var out = SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length);
        common.encode(out);
        out.put((byte) linearizationCode);
        factors.encode(out);
        out.put((byte) analogFlags).put((byte) range.nominal()).put((byte) range.normalMaximum())
                .put((byte) range.normalMinimum()).put((byte) range.maximum()).put((byte) range.minimum());
        out.put((byte) thresholds.upperNonRecoverable()).put((byte) thresholds.upperCritical())
                .put((byte) thresholds.upperNonCritical()).put((byte) thresholds.lowerNonRecoverable())
                .put((byte) thresholds.lowerCritical()).put((byte) thresholds.lowerNonCritical());
        out.put((byte) positiveHysteresis).put((byte) negativeHysteresis).putShort((short) 0).put((byte) 0);
        return out.put(id).array();
    }

    static FullSensor decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("full sensor record", in, LENGTH_WITHOUT_NAME);
        var common = SensorCommon.decode(in);
        int linearization = in.get() & 0x7F;
        if (Linearization.of(linearization).isEmpty()) {
            throw new MalformedIpmiMessage("sensor record %04Xh with reserved linearization %02Xh"
                    .formatted(id, linearization));
        }
        var factors = ReadingFactors.decode(in);
        int flags = in.get() & 0xFF;
        var range = new Range(in.get() & 0xFF, in.get() & 0xFF, in.get() & 0xFF, in.get() & 0xFF, in.get() & 0xFF);
        int upperNonRecoverable = in.get() & 0xFF;
        int upperCritical = in.get() & 0xFF;
        int upperNonCritical = in.get() & 0xFF;
        int lowerNonRecoverable = in.get() & 0xFF;
        int lowerCritical = in.get() & 0xFF;
        int lowerNonCritical = in.get() & 0xFF;
        int positive = in.get() & 0xFF;
        int negative = in.get() & 0xFF;
        in.position(in.position() + 3); // two reserved bytes, one of the OEM
        return new FullSensor(id, common, linearization, factors, flags, range,
                new RawThresholds(lowerNonCritical, lowerCritical, lowerNonRecoverable, upperNonCritical,
                        upperCritical, upperNonRecoverable),
                positive, negative, IdString.decode(in));
    }
}
