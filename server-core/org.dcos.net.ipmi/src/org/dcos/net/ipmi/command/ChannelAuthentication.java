package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Which kinds of login a channel allows (IPMI v2.0 r1.1 §22.13, table 22-15).
 *
 * @param types    bits of v1.5 authentication types; bit 7: v2.0 extended data follow
 * @param status   bit 5: KG is set (not all zero), bit 4: per-message authentication off, bit 3: user level
 *                 authentication off, bit 2: named users, bit 1: unnamed user, bit 0: anonymous login
 * @param extended bit 1: v2.0 connections, bit 0: v1.5 connections
 * @param oem      enterprise number of OEM authentication types
 */
public record ChannelAuthentication(int channel, int types, int status, int extended, int oem, int oemData) {

    /** "The channel that this request came through" (§22.13). */
    public static final int PRESENT_CHANNEL = 0x0E;

    private static final int LENGTH = 8;
    private static final int EXTENDED = 0x80;
    private static final int RMCP_PLUS = 0x02;
    private static final int TWO_KEY = 0x20;

    /** Get Channel Authentication Capabilities, sent outside of a session. */
    public record Get(int channel, PrivilegeLevel privilege) implements StandardRequest<ChannelAuthentication> {
        @Override
        public Command spec() {
            return Command.GET_CHANNEL_AUTHENTICATION_CAPABILITIES;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) (EXTENDED | channel), (byte) privilege.code()};
        }

        @Override
        public ChannelAuthentication decode(byte[] answer) throws MalformedIpmiMessage {
            return ChannelAuthentication.decode(answer);
        }
    }

    public boolean supportsRmcpPlus() {
        return (types & EXTENDED) != 0 && (extended & RMCP_PLUS) != 0;
    }

    /** The controller wants its own key KG beside the user's password. */
    public boolean needsBmcKey() {
        return (status & TWO_KEY) != 0;
    }

    public byte[] encode() {
        return Answers.write(LENGTH).put((byte) channel).put((byte) types).put((byte) status).put((byte) extended)
                .put((byte) oem).putShort((short) (oem >> 8)).put((byte) oemData).array();
    }

    static ChannelAuthentication decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_CHANNEL_AUTHENTICATION_CAPABILITIES, answer, LENGTH);
        return new ChannelAuthentication(Answers.u8(in), Answers.u8(in), Answers.u8(in), Answers.u8(in),
                Answers.u8(in) | Answers.u16(in) << 8, Answers.u8(in));
    }
}
