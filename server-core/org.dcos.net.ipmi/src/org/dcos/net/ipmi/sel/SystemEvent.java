package org.dcos.net.ipmi.sel;

import java.nio.ByteBuffer;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.sdr.SensorCommon;

/**
 * A system event record, type 02h (IPMI v2.0 r1.1 §32.1, table 32-1).
 *
 * @param generator  slave address of the controller, or, with bit 0, a software ID: from where it came
 * @param channelLun second byte of the generator: bits 7:4 channel, 1:0 LUN
 * @param version    event message format, 04h
 * @param direction  bit 7 deassertion, bits 6:0 event type code (table 42-1)
 * @param data1      bits 3:0 the event's offset; bits 7:4 what the other two bytes are (§29.7, table 29-6)
 * @param data2      event data 2
 * @param data3      event data 3
 */
public record SystemEvent(int recordId, SelTimestamp timestamp, int generator, int channelLun, int version,
        int sensorType, int sensorNumber, int direction, int data1, int data2, int data3) implements SelRecord {

    static final int TYPE = 0x02;

    private static final int DEASSERTION = 0x80;

    /** Whether the state came, and did not go. */
    public boolean isAsserted() {
        return (direction & DEASSERTION) == 0;
    }

    /** Event/reading type code (table 42-1). */
    public int eventType() {
        return direction & 0x7F;
    }

    /** Which of the event type's states. */
    public int offset() {
        return data1 & 0x0F;
    }

    public boolean isThreshold() {
        return eventType() == SensorCommon.THRESHOLD;
    }

    /** What event data 2 is: 0 nothing, 1 trigger reading or previous state, 2 OEM's, 3 of the sensor type. */
    public int data2Kind() {
        return data1 >> 6 & 0x03;
    }

    /** What event data 3 is: 0 nothing, 1 the threshold, 2 OEM's, 3 of the sensor type. */
    public int data3Kind() {
        return data1 >> 4 & 0x03;
    }

    public int lun() {
        return channelLun & 0x03;
    }

    @Override
    public byte[] encode() {
        return Answers.write(LENGTH).putShort((short) recordId).put((byte) TYPE).putInt(timestamp.raw())
                .put((byte) generator).put((byte) channelLun).put((byte) version).put((byte) sensorType)
                .put((byte) sensorNumber).put((byte) direction).put((byte) data1).put((byte) data2)
                .put((byte) data3).array();
    }

    static SystemEvent decode(int id, ByteBuffer in) {
        var timestamp = new SelTimestamp(in.getInt());
        int generator = Answers.u8(in);
        int channelLun = Answers.u8(in);
        int version = Answers.u8(in);
        int type = Answers.u8(in);
        int number = Answers.u8(in);
        int direction = Answers.u8(in);
        return new SystemEvent(id, timestamp, generator, channelLun, version, type, number, direction,
                Answers.u8(in), Answers.u8(in), Answers.u8(in));
    }
}
