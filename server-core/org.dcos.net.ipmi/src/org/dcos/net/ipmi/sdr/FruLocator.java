package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * FRU device locator record, type 11h (IPMI v2.0 r1.1 §43.8, table 43-7).
 *
 * @param controller   slave address of the controller through which the FRU is reached
 * @param fruId        FRU device ID for Read FRU Data; slave address of the SEEPROM when not logical
 * @param lunAndBus    byte 8: bit 7 logical FRU, bits 4:3 LUN, bits 2:0 private bus
 * @param channel      byte 9, bits 7:4
 * @param deviceType   table 43-12; 10h is "logical FRU device"
 * @param typeModifier which FRU information is behind it
 */
public record FruLocator(int recordId, int controller, int fruId, int lunAndBus, int channel, int deviceType,
        int typeModifier, Entity entity, String name) implements SdrRecord {

    static final int TYPE = 0x11;

    private static final int LENGTH_WITHOUT_NAME = 10;
    private static final int LOGICAL = 0x80;

    private static final int LOGICAL_DEVICE = 0x10;
    private static final int MEMORY_ID = 0x01;

    /** Whether what is behind it is the data of a memory module, not a FRU inventory (table 43-12). */
    public boolean isMemoryModule() {
        return deviceType == LOGICAL_DEVICE && typeModifier == MEMORY_ID;
    }

    /** Whether Read FRU Data of the controller reads it. */
    public boolean isLogical() {
        return (lunAndBus & LOGICAL) != 0;
    }

    @Override
    public byte[] encode() {
        byte[] id = IdString.encode(name);
        return SdrRecord.start(recordId, TYPE, LENGTH_WITHOUT_NAME + id.length).put((byte) controller)
                .put((byte) fruId).put((byte) lunAndBus).put((byte) (channel << 4)).put((byte) 0)
                .put((byte) deviceType).put((byte) typeModifier).put((byte) entity.id())
                .put((byte) entity.instance()).put((byte) 0).put(id).array();
    }

    static FruLocator decode(int id, ByteBuffer in) throws MalformedIpmiMessage {
        SdrRecord.needAtLeast("FRU locator record", in, LENGTH_WITHOUT_NAME);
        int controller = in.get() & 0xFF;
        int fruId = in.get() & 0xFF;
        int lunAndBus = in.get() & 0xFF;
        int channel = (in.get() & 0xFF) >> 4;
        in.get(); // reserved
        int deviceType = in.get() & 0xFF;
        int modifier = in.get() & 0xFF;
        var entity = new Entity(in.get() & 0xFF, in.get() & 0xFF);
        in.get(); // OEM
        return new FruLocator(id, controller, fruId, lunAndBus, channel, deviceType, modifier, entity,
                IdString.decode(in));
    }
}
