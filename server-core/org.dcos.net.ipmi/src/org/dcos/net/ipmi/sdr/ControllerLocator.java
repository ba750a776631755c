package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Management controller device locator record, type 12h (IPMI v2.0 r1.1 §43.9, table 43-8).
 *
 * @param address      slave address of the controller
 * @param channel      byte 7, bits 3:0
 * @param power        byte 8: power state notification and initialization, kept as it is
 * @param capabilities byte 9: bit 0 sensors, 1 SDR repository, 2 SEL, 3 FRU inventory, 4 event receiver, 5 event
 *                     generator, 6 bridge, 7 chassis
 */
public record ControllerLocator(int recordId, int address, int channel, int power, int capabilities, Entity entity,
        String name) implements SdrRecord {

    static final int TYPE = 0x12;

    private static final int LENGTH_WITHOUT_NAME = 10;

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        return SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length).put((byte) address)
                .put((byte) channel).put((byte) power).put((byte) capabilities).put(new byte[3])
                .put((byte) entity.id()).put((byte) entity.instance()).put((byte) 0).put(id).array();
    }

    static ControllerLocator decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("controller locator record", in, LENGTH_WITHOUT_NAME);
        int address = in.get() & 0xFF;
        int channel = in.get() & 0x0F;
        int power = in.get() & 0xFF;
        int capabilities = in.get() & 0xFF;
        in.position(in.position() + 3); // reserved
        var entity = new Entity(in.get() & 0xFF, in.get() & 0xFF);
        in.get(); // OEM
        return new ControllerLocator(id, address, channel, power, capabilities, entity, IdString.decode(in));
    }
}
