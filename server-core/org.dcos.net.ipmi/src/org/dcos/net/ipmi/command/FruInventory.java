package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** The commands that read FRU inventories. */
public final class FruInventory {

    /**
     * Size of an inventory (IPMI v2.0 r1.1 §34.1).
     *
     * @param bytes   its length
     * @param byWords offsets and counts of Read FRU Data are words of two bytes
     */
    public record Info(int bytes, boolean byWords) {
        public byte[] encode() {
            return Answers.write(3).putShort((short) bytes).put((byte) (byWords ? 1 : 0)).array();
        }
    }

    /** Get FRU Inventory Area Info (§34.1). */
    public record GetInfo(int fruId) implements StandardRequest<Info> {
        @Override
        public Command spec() {
            return Command.GET_FRU_INVENTORY_AREA_INFO;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) fruId};
        }

        @Override
        public Info decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 3);
            return new Info(Answers.u16(in), (Answers.u8(in) & 1) != 0);
        }
    }

    /** A piece of an inventory: the count that was returned, in bytes or words, and the bytes (§34.2). */
    public record Piece(int count, byte[] data) {
        public Piece {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        public byte[] encode() {
            return Answers.write(1 + data.length).put((byte) count).put(data).array();
        }
    }

    /**
     * Read FRU Data (§34.2).
     *
     * @param offset in bytes or words, as the inventory is accessed
     * @param count  1 to 255, in bytes or words
     */
    public record Read(int fruId, int offset, int count) implements StandardRequest<Piece> {

        private static final int LENGTH = 4;

        @Override
        public Command spec() {
            return Command.READ_FRU_DATA;
        }

        @Override
        public byte[] data() {
            return Answers.write(LENGTH).put((byte) fruId).putShort((short) offset).put((byte) count).array();
        }

        @Override
        public Piece decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 1);
            return new Piece(Answers.u8(in), Answers.rest(in));
        }

        /** Reads the request, at the controller's end. */
        public static Read of(byte[] data) throws MalformedIpmiMessage {
            var in = Answers.read(Command.READ_FRU_DATA, data, LENGTH);
            return new Read(Answers.u8(in), Answers.u16(in), Answers.u8(in));
        }
    }

    private FruInventory() {}
}
