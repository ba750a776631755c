package org.dcos.net.ipmi.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little helpers of the codecs in this package; IPMI numbers are least significant byte first. */
final class Bytes {

    static ByteBuffer littleEndian(byte[] frame) {
        return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next {@code length} bytes, copied. */
    static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }

    static void needAtLeast(String what, byte[] bytes, int length) throws MalformedIpmiMessage {
        if (bytes.length < length) {
            throw new MalformedIpmiMessage("%s of %d bytes, need at least %d".formatted(what, bytes.length, length));
        }
    }

    /** Session ID at offset 4 of a refusal; 0 where the controller has left it out. */
    static int sessionIdOfRefusal(byte[] payload) {
        return payload.length >= 8 ? littleEndian(payload).getInt(4) : 0;
    }

    static void requireBits(String field, int value, int bits) {
        if (value < 0 || value >= 1 << bits) {
            throw new IllegalArgumentException("%s 0x%X does not fit %d bits".formatted(field, value, bits));
        }
    }

    static void requireLength(String field, byte[] value, int length) {
        if (value.length != length) {
            throw new IllegalArgumentException("%s has %d bytes, must have %d".formatted(field, value.length, length));
        }
    }

    private Bytes() {}
}
