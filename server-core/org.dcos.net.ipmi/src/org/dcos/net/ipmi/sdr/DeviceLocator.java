package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Generic device locator record, type 10h (IPMI v2.0 r1.1 §43.7, table 43-6).
 *
 * @param controller   slave address of the controller through which the device is reached
 * @param address      slave address of the device
 * @param lunAndBus    byte 8, kept as it is
 * @param addressSpan  byte 9, kept as it is
 * @param deviceType   table 43-12
 */
public record DeviceLocator(int recordId, int controller, int address, int lunAndBus, int addressSpan, int deviceType,
        int typeModifier, Entity entity, String name) implements SdrRecord {

    static final int TYPE = 0x10;

    private static final int LENGTH_WITHOUT_NAME = 10;

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        return SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length).put((byte) controller)
                .put((byte) address).put((byte) lunAndBus).put((byte) addressSpan).put((byte) 0)
                .put((byte) deviceType).put((byte) typeModifier).put((byte) entity.id())
                .put((byte) entity.instance()).put((byte) 0).put(id).array();
    }

    static DeviceLocator decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("device locator record", in, LENGTH_WITHOUT_NAME);
        int controller = in.get() & 0xFF;
        int address = in.get() & 0xFF;
        int lunAndBus = in.get() & 0xFF;
        int span = in.get() & 0xFF;
        in.get(); // reserved
        int deviceType = in.get() & 0xFF;
        int modifier = in.get() & 0xFF;
        var entity = new Entity(in.get() & 0xFF, in.get() & 0xFF);
        in.get(); // OEM
        return new DeviceLocator(id, controller, address, lunAndBus, span, deviceType, modifier, entity,
                IdString.decode(in));
    }
}
