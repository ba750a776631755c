package org.dcos.net.ipmi.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** Reading and writing of message data; IPMI numbers are least significant byte first. */
public final class Answers {

    /** A little-endian view of the data. */
    public static ByteBuffer read(Command command, byte[] data, int atLeast) throws MalformedIpmiMessage {
        if (data.length < atLeast) {
            throw new MalformedIpmiMessage("%s with %d data bytes, need at least %d".formatted(command.title(),
                    data.length, atLeast));
        }
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static ByteBuffer write(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static int u8(ByteBuffer in) {
        return in.get() & 0xFF;
    }

    public static int u16(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    public static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }

    private Answers() {}
}
