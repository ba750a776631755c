package org.dcos.net.ipmi.sel;

import java.util.Arrays;
import java.util.HexFormat;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** An entry of the log, 16 bytes (IPMI v2.0 r1.1 §32). */
public sealed interface SelRecord permits SystemEvent, SelRecord.Timestamped, SelRecord.Opaque {

    int LENGTH = 16;

    int recordId();

    /** Empty in it where the record has none. */
    SelTimestamp timestamp();

    /** The whole record. */
    byte[] encode();

    /**
     * An OEM record with a time, types C0h to DFh (§32.2, table 32-2).
     *
     * @param manufacturer IANA enterprise number
     * @param data         six bytes of the maker, kept as they are
     */
    record Timestamped(int recordId, int type, SelTimestamp timestamp, int manufacturer, byte[] data)
            implements SelRecord {

        private static final int FIRST_TYPE = 0xC0;
        private static final int DATA = 6;

        public Timestamped {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public byte[] encode() {
            return Answers.write(LENGTH).putShort((short) recordId).put((byte) type).putInt(timestamp.raw())
                    .put((byte) manufacturer).putShort((short) (manufacturer >> 8)).put(data).array();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Timestamped that && Arrays.equals(encode(), that.encode());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(encode());
        }
    }

    /** A record of the maker without a time (types E0h to FFh, §32.3), or of a reserved type; kept whole. */
    record Opaque(int recordId, int type, byte[] data) implements SelRecord {

        static final int FIRST_OEM_TYPE = 0xE0;

        public Opaque {
            data = data.clone();
        }

        @Override
        public SelTimestamp timestamp() {
            return SelTimestamp.NONE;
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public byte[] encode() {
            return Answers.write(LENGTH).putShort((short) recordId).put((byte) type).put(data).array();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque that && Arrays.equals(encode(), that.encode());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(encode());
        }

        @Override
        public String toString() {
            return "SEL record %04Xh of type %02Xh [%s]".formatted(recordId, type, HexFormat.of().formatHex(data));
        }
    }

    /** @throws MalformedIpmiMessage when it is shorter than 16 bytes; further ones are ignored */
    static SelRecord decode(byte[] record) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_SEL_ENTRY, record, LENGTH);
        int id = Answers.u16(in);
        int type = Answers.u8(in);
        if (type == SystemEvent.TYPE) {
            return SystemEvent.decode(id, in);
        }
        if (type >= Timestamped.FIRST_TYPE && type < Opaque.FIRST_OEM_TYPE) {
            var timestamp = new SelTimestamp(in.getInt());
            int manufacturer = Answers.u8(in) | Answers.u16(in) << 8;
            byte[] data = new byte[Timestamped.DATA];
            in.get(data);
            return new Timestamped(id, type, timestamp, manufacturer, data);
        }
        return new Opaque(id, type, Arrays.copyOfRange(record, in.position(), LENGTH));
    }
}
