package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Compact sensor record, type 02h (IPMI v2.0 r1.1 §43.2, table 43-2): no analog conversion, and one record may stand
 * for several sensors with consecutive numbers.
 *
 * @param sharing bytes 24-25 as one number: bits 3:0 share count, bits 5:4 kind of name modifier (0 numeric, 1 alpha),
 *                bit 15 entity instance counts too, bits 14:8 first name modifier
 */
public record CompactSensor(int recordId, SensorCommon common, int sharing, int positiveHysteresis,
        int negativeHysteresis, String name) implements SensorRecord {

    static final int TYPE = 0x02;

    private static final int LENGTH_WITHOUT_NAME = 26;
    private static final int ALPHA = 1;

    /** Number of sensors that share the record, at least 1. */
    public int shareCount() {
        return Math.max(1, sharing & 0x0F);
    }

    /** One record per sensor: numbers, entity instances and names counted up; the record itself when not shared. */
    public List<CompactSensor> unshared() {
        if (shareCount() == 1) {
            return List.of(this);
        }
        var sensors = new ArrayList<CompactSensor>();
        for (int i = 0; i < shareCount(); i++) {
            var entity = new Entity(common.entity().id(),
                    common.entity().instance() + ((sharing & 0x8000) != 0 ? i : 0) & 0xFF);
            var own = new SensorCommon(common.owner(), common.channel(), common.lun(), common.number() + i & 0xFF,
                    entity, common.initialization(), common.capabilities(), common.sensorType(),
                    common.readingType(), common.assertionMask(), common.deassertionMask(), common.readingMask(),
                    common.units());
            sensors.add(new CompactSensor(recordId, own, 0, positiveHysteresis, negativeHysteresis,
                    name + modifier((sharing >> 8 & 0x7F) + i)));
        }
        return List.copyOf(sensors);
    }

    /** Numbers 0, 1, 2...; letters A to Z, then AA (§43.2 byte 24). */
    private String modifier(int count) {
        if ((sharing >> 4 & 0x03) != ALPHA) {
            return Integer.toString(count);
        }
        char last = (char) ('A' + count % 26);
        return count < 26 ? String.valueOf(last) : String.valueOf((char) ('A' + count / 26 - 1)) + last;
    }

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        var out = SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length);
        common.encode(out);
        out.putShort((short) sharing).put((byte) positiveHysteresis).put((byte) negativeHysteresis);
        out.put(new byte[4]); // three reserved bytes, one of the OEM
        return out.put(id).array();
    }

    static CompactSensor decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("compact sensor record", in, LENGTH_WITHOUT_NAME);
        var common = SensorCommon.decode(in);
        int sharing = in.getShort() & 0xFFFF;
        int positive = in.get() & 0xFF;
        int negative = in.get() & 0xFF;
        in.position(in.position() + 4);
        return new CompactSensor(id, common, sharing, positive, negative, IdString.decode(in));
    }
}
