package org.dcos.net.ipmi.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * A GUID as the controller sends it. The specification wants it least significant byte first (IPMI v2.0 r1.1 §20.8),
 * controllers in the field use that, the SMBIOS order and the RFC order, so the bytes are kept and the reader chooses.
 *
 * @param bytes 16 bytes in the order of the wire
 */
public record IpmiGuid(byte[] bytes) {

    private static final int LENGTH = 16;

    public IpmiGuid {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("GUID of %d bytes".formatted(bytes.length));
        }
        bytes = bytes.clone();
    }

    /** Get System GUID (§22.14): that of the whole system; may be asked outside of a session. */
    public record GetSystem() implements StandardRequest<IpmiGuid> {
        @Override
        public Command spec() {
            return Command.GET_SYSTEM_GUID;
        }

        @Override
        public IpmiGuid decode(byte[] answer) throws MalformedIpmiMessage {
            return IpmiGuid.decode(spec(), answer);
        }
    }

    /** Get Device GUID (§20.8): that of the controller. */
    public record GetDevice() implements StandardRequest<IpmiGuid> {
        @Override
        public Command spec() {
            return Command.GET_DEVICE_GUID;
        }

        @Override
        public IpmiGuid decode(byte[] answer) throws MalformedIpmiMessage {
            return IpmiGuid.decode(spec(), answer);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Read as the specification says: all bytes reversed. */
    public UUID reversed() {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long least = in.getLong();
        return new UUID(in.getLong(), least);
    }

    /** Read as SMBIOS stores UUIDs: the first three fields reversed each, the rest in order. */
    public UUID smbios() {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long most = (in.getInt() & 0xFFFFFFFFL) << 32 | (in.getShort() & 0xFFFFL) << 16 | in.getShort() & 0xFFFFL;
        return new UUID(most, in.order(ByteOrder.BIG_ENDIAN).getLong());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpmiGuid(var theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes in the order of the wire. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static IpmiGuid decode(Command command, byte[] answer) throws MalformedIpmiMessage {
        Answers.read(command, answer, LENGTH);
        return new IpmiGuid(Arrays.copyOf(answer, LENGTH));
    }
}
