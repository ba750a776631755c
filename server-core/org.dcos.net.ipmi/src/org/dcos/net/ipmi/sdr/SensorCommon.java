package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import java.util.Set;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What full and compact sensor records have in common, bytes 6 to 23 of the record (IPMI v2.0 r1.1 §43.1, §43.2).
 *
 * @param owner          slave address or software ID of the controller that has the sensor
 * @param channel        channel of that controller, 0 to 15
 * @param lun            logical unit that answers for the sensor, 0 to 3
 * @param number         sensor number within owner and LUN
 * @param initialization byte 11, kept as it is
 * @param capabilities   byte 12: bit 7 ignore when the entity is absent, bits 3:2 {@link ThresholdAccess}
 * @param sensorType     table 42-3
 * @param readingType    event/reading type code, table 42-1: 01h threshold, 02h to 0Ch generic, 6Fh sensor-specific
 * @param assertionMask  bytes 15-16: event mask; for threshold sensors bits 14:12 say which lower comparisons return
 * @param deassertionMask bytes 17-18
 * @param readingMask    bytes 19-20: states that can be read; for threshold sensors readable thresholds in the low
 *                       byte, settable ones in the high byte
 */
public record SensorCommon(int owner, int channel, int lun, int number, Entity entity, int initialization,
        int capabilities, int sensorType, int readingType, int assertionMask, int deassertionMask, int readingMask,
        SensorUnits units) {

    /** Event/reading type of threshold sensors (table 42-1). */
    public static final int THRESHOLD = 0x01;

    /** Event/reading type of sensors whose states are those of their sensor type (table 42-1). */
    public static final int SENSOR_SPECIFIC = 0x6F;

    /** Bytes of these fields, behind the record header. */
    static final int LENGTH = 18;

    private static final CodeTexts TYPES = CodeTexts.read("sensor-types.txt");

    /** Sensor threshold access support (§43.1 byte 12, bits 3:2). */
    public enum ThresholdAccess {
        NONE, READABLE, READABLE_AND_SETTABLE, FIXED_UNREADABLE
    }

    public boolean isThreshold() {
        return readingType == THRESHOLD;
    }

    public ThresholdAccess thresholdAccess() {
        return ThresholdAccess.values()[capabilities >> 2 & 0x03];
    }

    /** Thresholds whose values Get Sensor Thresholds returns; empty for discrete sensors. */
    public Set<Threshold> readableThresholds() {
        return Threshold.of(isThreshold() && canRead() ? readingMask & 0x3F : 0);
    }

    public Set<Threshold> settableThresholds() {
        boolean settable = isThreshold() && thresholdAccess() == ThresholdAccess.READABLE_AND_SETTABLE;
        return Threshold.of(settable ? readingMask >> 8 & 0x3F : 0);
    }

    private boolean canRead() {
        return switch (thresholdAccess()) {
            case READABLE, READABLE_AND_SETTABLE -> true;
            case NONE, FIXED_UNREADABLE -> false;
        };
    }

    /** The table's word for the sensor type: "Temperature", "Fan". */
    public String typeText() {
        return typeText(sensorType);
    }

    /** The table's word for a sensor type by its code. */
    public static String typeText(int sensorType) {
        return TYPES.text(sensorType, 0).orElse("%s type %02Xh".formatted(sensorType >= 0xC0 ? "OEM" : "Reserved",
                sensorType));
    }

    void encode(ByteBuffer out) {
        out.put((byte) owner).put((byte) (channel << 4 | lun)).put((byte) number);
        out.put((byte) entity.id()).put((byte) entity.instance());
        out.put((byte) initialization).put((byte) capabilities).put((byte) sensorType).put((byte) readingType);
        out.putShort((short) assertionMask).putShort((short) deassertionMask).putShort((short) readingMask);
        out.put((byte) units.firstByte()).put((byte) units.baseUnit()).put((byte) units.modifierUnit());
    }

    /** The caller has checked that {@value #LENGTH} bytes are there. */
    static SensorCommon decode(ByteBuffer in) throws MalformedIpmiMessage {
        int owner = in.get() & 0xFF;
        int ownerLun = in.get() & 0xFF;
        int number = in.get() & 0xFF;
        var entity = new Entity(in.get() & 0xFF, in.get() & 0xFF);
        int initialization = in.get() & 0xFF;
        int capabilities = in.get() & 0xFF;
        int sensorType = in.get() & 0xFF;
        int readingType = in.get() & 0xFF;
        int assertion = in.getShort() & 0xFFFF;
        int deassertion = in.getShort() & 0xFFFF;
        int reading = in.getShort() & 0xFFFF;
        var units = SensorUnits.decode(in.array(), in.position());
        in.position(in.position() + 3);
        return new SensorCommon(owner, ownerLun >> 4, ownerLun & 0x03, number, entity, initialization, capabilities,
                sensorType, readingType, assertion, deassertion, reading, units);
    }
}
