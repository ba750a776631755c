package org.dcos.net.ipmi.sel;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * State of the log (IPMI v2.0 r1.1 §31.2, table 31-2).
 *
 * @param version    BCD, low digit first: 51h is 1.5, as in IPMI v2.0 too
 * @param freeBytes  FFFFh: 64 KB or more
 * @param operations bit 7 overflow, 3 delete, 2 partial add, 1 reserve, 0 allocation information supported
 */
public record SelInfo(int version, int entries, int freeBytes, SelTimestamp lastAddition, SelTimestamp lastErase,
        int operations) {

    private static final int LENGTH = 14;
    private static final int OVERFLOW = 0x80;
    private static final int RESERVE = 0x02;

    /** Get SEL Info. */
    public record Get() implements StandardRequest<SelInfo> {
        @Override
        public Command spec() {
            return Command.GET_SEL_INFO;
        }

        @Override
        public SelInfo decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, LENGTH);
            return new SelInfo(Answers.u8(in), Answers.u16(in), Answers.u16(in), new SelTimestamp(in.getInt()),
                    new SelTimestamp(in.getInt()), Answers.u8(in));
        }
    }

    /** Entries were lost for want of room. */
    public boolean hasOverflown() {
        return (operations & OVERFLOW) != 0;
    }

    public boolean hasReservations() {
        return (operations & RESERVE) != 0;
    }
}
