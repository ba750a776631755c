package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Event-only record, type 03h (IPMI v2.0 r1.1 §43.3, table 43-3): a sensor that cannot be read and only leaves entries
 * in the log, as those of firmware.
 *
 * @param owner   slave address or software ID of whoever makes the events
 * @param channel channel of the owner and LUN of the sensor, byte 7
 * @param sharing bytes 13-14, as in {@link CompactSensor}
 */
public record EventOnlySensor(int recordId, int owner, int channel, int number, Entity entity, int sensorType,
        int readingType, int sharing, String name) implements SdrRecord {

    static final int TYPE = 0x03;

    private static final int LENGTH_WITHOUT_NAME = 11;

    public int lun() {
        return channel & 0x03;
    }

    /** Number of sensors with consecutive numbers that the record stands for, at least 1. */
    public int shareCount() {
        return Math.max(1, sharing & 0x0F);
    }

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        return SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length).put((byte) owner)
                .put((byte) channel).put((byte) number).put((byte) entity.id()).put((byte) entity.instance())
                .put((byte) sensorType).put((byte) readingType).putShort((short) sharing).putShort((short) 0).put(id)
                .array();
    }

    static EventOnlySensor decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("event-only record", in, LENGTH_WITHOUT_NAME);
        int owner = in.get() & 0xFF;
        int channel = in.get() & 0xFF;
        int number = in.get() & 0xFF;
        var entity = new Entity(in.get() & 0xFF, in.get() & 0xFF);
        int type = in.get() & 0xFF;
        int readingType = in.get() & 0xFF;
        int sharing = in.getShort() & 0xFFFF;
        in.getShort(); // reserved, OEM
        return new EventOnlySensor(id, owner, channel, number, entity, type, readingType, sharing,
                IdString.decode(in));
    }
}
