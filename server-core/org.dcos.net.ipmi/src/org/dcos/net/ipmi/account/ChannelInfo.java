package org.dcos.net.ipmi.account;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What a channel is (IPMI v2.0 r1.1 §22.24, table 22-29).
 *
 * @param medium   table 6-3: 4 is 802.3 LAN
 * @param protocol table 6-2
 * @param sessions bits 7:6 session support, 5:0 sessions that are active
 */
public record ChannelInfo(int channel, int medium, int protocol, int sessions) {

    /** "The channel that this request came through". */
    public static final int PRESENT_CHANNEL = 0x0E;

    /** Numbers that a LAN may have (§6.3); those above are reserved, the present one, or the system interface. */
    public static final int LAST_CHANNEL = 0x0B;

    private static final int LAN = 0x04;
    private static final int LENGTH = 4;

    /** Get Channel Info. */
    public record Get(int channel) implements StandardRequest<ChannelInfo> {
        @Override
        public Command spec() {
            return Command.GET_CHANNEL_INFO;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel};
        }

        @Override
        public ChannelInfo decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, LENGTH);
            return new ChannelInfo(Answers.u8(in) & 0x0F, Answers.u8(in) & 0x7F, Answers.u8(in) & 0x1F,
                    Answers.u8(in));
        }
    }

    public boolean isLan() {
        return medium == LAN;
    }

    public int activeSessions() {
        return sessions & 0x3F;
    }
}
