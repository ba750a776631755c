package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * A record of a sensor data record repository (IPMI v2.0 r1.1 §43).
 *
 * <pre>{@code record ID 2 | SDR version 51h | record type | length of the rest | key and body}</pre>
 */
public sealed interface SdrRecord permits SensorRecord, EventOnlySensor, FruLocator, ControllerLocator,
        DeviceLocator, SdrRecord.Opaque {

    /** SDR version of IPMI v1.5 and v2.0 (§43.1 byte 3). */
    int VERSION = 0x51;

    int HEADER_LENGTH = 5;

    int recordId();

    /** The whole record with its header. */
    byte[] encode();

    /** A record of a type that is not interpreted here (entity association, OEM and others); kept whole. */
    record Opaque(int recordId, int type, byte[] body) implements SdrRecord {
        public Opaque {
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        @Override
        public byte[] encode() {
            return start(recordId, type, body.length).put(body).array();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque that && recordId == that.recordId && type == that.type
                    && Arrays.equals(body, that.body);
        }

        @Override
        public int hashCode() {
            return 31 * recordId + Arrays.hashCode(body);
        }

        @Override
        public String toString() {
            return "SDR %04Xh of type %02Xh [%s]".formatted(recordId, type, HexFormat.of().formatHex(body));
        }
    }

    /**
     * @throws MalformedIpmiMessage when the record is shorter than its header says, or than its type needs, or has a
     *         reserved linearization
     */
    static SdrRecord decode(byte[] record) throws MalformedIpmiMessage {
        if (record.length < HEADER_LENGTH || record.length < HEADER_LENGTH + (record[4] & 0xFF)) {
            throw new MalformedIpmiMessage("SDR of %d bytes is shorter than its header says".formatted(record.length));
        }
        int id = record[0] & 0xFF | (record[1] & 0xFF) << 8;
        int type = record[3] & 0xFF;
        byte[] body = new byte[record[4] & 0xFF];
        System.arraycopy(record, HEADER_LENGTH, body, 0, body.length);
        var in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case FullSensor.TYPE -> FullSensor.decode(id, in);
            case CompactSensor.TYPE -> CompactSensor.decode(id, in);
            case EventOnlySensor.TYPE -> EventOnlySensor.decode(id, in);
            case DeviceLocator.TYPE -> DeviceLocator.decode(id, in);
            case FruLocator.TYPE -> FruLocator.decode(id, in);
            case ControllerLocator.TYPE -> ControllerLocator.decode(id, in);
            default -> new Opaque(id, type, body);
        };
    }

    /** A buffer with the header in it and room for the body. */
    static ByteBuffer start(int recordId, int type, int bodyLength) {
        if (bodyLength > 0xFF) {
            throw new IllegalArgumentException("SDR body of %d bytes, most is 255".formatted(bodyLength));
        }
        return ByteBuffer.allocate(HEADER_LENGTH + bodyLength).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) recordId).put((byte) VERSION).put((byte) type).put((byte) bodyLength);
    }

    static void needAtLeast(String what, ByteBuffer in, int length) throws MalformedIpmiMessage {
        if (in.remaining() < length) {
            throw new MalformedIpmiMessage("%s of %d bytes, need at least %d".formatted(what, in.remaining(), length));
        }
    }
}
