package org.dcos.net.ipmi.wire;

import java.util.Arrays;

/**
 * An IPMI message outside of a session in the IPMI v1.5 session header with authentication type NONE, as Get Channel
 * Authentication Capabilities and Get Channel Cipher Suites are sent (IPMI v2.0 r1.1 §13.6, table 13-8; §13.14).
 *
 * <pre>{@code RMCP 4 | 00h | sequence 4 = 0 | session ID 4 = 0 | length 1 | message}</pre>
 *
 * @param message an encoded {@link IpmiLanMessage}, at most 255 bytes; copied on the way in and on the way out
 */
public record SessionlessPacket(byte[] message) {

    private static final int HEADER_LENGTH = RmcpHeader.LENGTH + 10;

    public SessionlessPacket {
        Bytes.requireBits("message length", message.length, 8);
        message = message.clone();
    }

    @Override
    public byte[] message() {
        return message.clone();
    }

    public byte[] encode() {
        var out = Bytes.allocate(HEADER_LENGTH + message.length);
        RmcpHeader.IPMI.encode(out);
        return out.put((byte) FrameKind.AUTH_TYPE_NONE).putInt(0).putInt(0).put((byte) message.length).put(message)
                .array();
    }

    /**
     * A single byte behind the message is allowed: the "legacy pad" of some network chips (table 13-8).
     *
     * @throws MalformedIpmiMessage also for a packet that claims to belong to a session
     */
    public static SessionlessPacket decode(byte[] frame) throws MalformedIpmiMessage {
        if (FrameKind.of(frame) != FrameKind.IPMI_1_5) {
            throw new MalformedIpmiMessage("datagram has no IPMI v1.5 session header");
        }
        Bytes.needAtLeast("IPMI v1.5 packet", frame, HEADER_LENGTH);
        var in = Bytes.littleEndian(frame).position(RmcpHeader.LENGTH + 1);
        int sequence = in.getInt();
        int sessionId = in.getInt();
        int length = in.get() & 0xFF;
        if (sequence != 0 || sessionId != 0) {
            throw new MalformedIpmiMessage("IPMI v1.5 packet of session %08Xh; such sessions are not used"
                    .formatted(sessionId));
        }
        int behind = frame.length - HEADER_LENGTH - length;
        if (behind < 0 || behind > 1) {
            throw new MalformedIpmiMessage("IPMI v1.5 message of %d bytes claimed in a packet of %d"
                    .formatted(length, frame.length));
        }
        return new SessionlessPacket(Arrays.copyOfRange(frame, HEADER_LENGTH, HEADER_LENGTH + length));
    }
}
