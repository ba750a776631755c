package org.dcos.net.ipmi.sel;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The commands that read and clear the log. */
public final class SelEntries {

    /** Record ID of the first record (IPMI v2.0 r1.1 §31.5)... */
    public static final int FIRST = 0x0000;

    /** ...of the last one in a request, and "no more" as the next one in an answer. */
    public static final int LAST = 0xFFFF;

    /** "Read the whole record" (§31.5). */
    private static final byte WHOLE_RECORD = (byte) 0xFF;

    /** Reserve SEL (§31.4); the answer is the reservation, which is cancelled when entries are deleted. */
    public record Reserve() implements StandardRequest<Integer> {
        @Override
        public Command spec() {
            return Command.RESERVE_SEL;
        }

        @Override
        public Integer decode(byte[] answer) throws MalformedIpmiMessage {
            return Answers.u16(Answers.read(spec(), answer, 2));
        }
    }

    /** A whole record as its 16 bytes, and the ID of the next one. */
    public record Read(int nextRecord, byte[] record) {
        public Read {
            record = record.clone();
        }

        @Override
        public byte[] record() {
            return record.clone();
        }

        public boolean isLast() {
            return nextRecord == LAST;
        }
    }

    /** Get SEL Entry (§31.5) of a whole record, which needs no reservation. */
    public record Get(int recordId) implements StandardRequest<Read> {

        private static final int LENGTH = 6;

        @Override
        public Command spec() {
            return Command.GET_SEL_ENTRY;
        }

        @Override
        public byte[] data() {
            return Answers.write(LENGTH).putShort((short) 0).putShort((short) recordId).put((byte) 0).put(WHOLE_RECORD)
                    .array();
        }

        @Override
        public Read decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 2 + SelRecord.LENGTH);
            int next = Answers.u16(in);
            byte[] record = new byte[SelRecord.LENGTH];
            in.get(record);
            return new Read(next, record);
        }
    }

    /**
     * Clear SEL (§31.9) under a reservation; the answer is whether the erasure is complete. Repeatable: a reservation
     * holds for one clear, so a second cannot take entries that came behind the first.
     *
     * @param initiate begins it; else asks how far it is
     */
    public record Clear(int reservation, boolean initiate) implements StandardRequest<Boolean> {

        private static final byte INITIATE = (byte) 0xAA;
        private static final int COMPLETE = 0x01;

        @Override
        public Command spec() {
            return Command.CLEAR_SEL;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(6).putShort((short) reservation).put((byte) 'C').put((byte) 'L').put((byte) 'R')
                    .put(initiate ? INITIATE : 0).array();
        }

        @Override
        public Boolean decode(byte[] answer) throws MalformedIpmiMessage {
            return (Answers.u8(Answers.read(spec(), answer, 1)) & 0x0F) == COMPLETE;
        }
    }

    private SelEntries() {}
}
