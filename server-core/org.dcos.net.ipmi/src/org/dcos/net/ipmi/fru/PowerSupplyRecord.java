package org.dcos.net.ipmi.fru;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Power supply information (Platform Management FRU Information Storage Definition v1.0 §18.1, table 18-1).
 *
 * @param watts    overall capacity
 * @param lowVolts lowest input of its first range
 * @param highVolts highest input of its first range
 * @param flags    bit 3 hot swap, 2 autoswitch, 1 power factor correction, 0 tells predictive failure
 * @param data     the whole record, kept as it is
 */
public record PowerSupplyRecord(int watts, double lowVolts, double highVolts, int flags, byte[] data)
        implements FruRecord {

    static final int TYPE = 0x00;
    static final int LENGTH = 24;

    private static final int WATTS_MASK = 0x0FFF;
    private static final double VOLTS_PER_COUNT = 0.01;
    private static final int HOT_SWAP = 0x08;

    public PowerSupplyRecord {
        data = data.clone();
    }

    /** Of a supply for mains of 100 to 240 V that can be changed while it runs. */
    public static PowerSupplyRecord ofMains(int watts) {
        var out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) watts).putShort((short) watts).put((byte) 30).put((byte) 5);
        out.putShort((short) 10_000).putShort((short) 24_000).putInt(0).put((byte) 47).put((byte) 63).put((byte) 12)
                .put((byte) (HOT_SWAP | 0x06));
        return decode(out.array());
    }

    static PowerSupplyRecord decode(byte[] data) {
        var in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return new PowerSupplyRecord(in.getShort(0) & WATTS_MASK, (in.getShort(6) & 0xFFFF) * VOLTS_PER_COUNT,
                (in.getShort(8) & 0xFFFF) * VOLTS_PER_COUNT, in.get(17) & 0x1F, data);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    public boolean isHotSwap() {
        return (flags & HOT_SWAP) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PowerSupplyRecord that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }
}
