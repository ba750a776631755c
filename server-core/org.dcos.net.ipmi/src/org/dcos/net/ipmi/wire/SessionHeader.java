package org.dcos.net.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The RMCP+ session header (IPMI v2.0 r1.1 §13.6, table 13-8), readable before the session's keys are looked up.
 * Nothing in it may be believed until {@link SessionPacket#decode} has verified the packet.
 *
 * @param sessionId       the receiver's session ID, 0 outside of a session
 * @param sequence        session sequence number, counted apart for authenticated and other packets (§6.12.13)
 * @param payloadLength   bytes between this header and the integrity trailer, still encrypted
 */
public record SessionHeader(PayloadType payloadType, boolean encrypted, boolean authenticated, int sessionId,
        int sequence, int payloadLength) {

    /** Bytes of RMCP header and session header together. */
    public static final int LENGTH = 16;

    static final int ENCRYPTED = 0x80;
    static final int AUTHENTICATED = 0x40;
    static final int TYPE_MASK = 0x3F;

    /** Reads RMCP and session header of a datagram. */
    public static SessionHeader decode(byte[] frame) throws MalformedIpmiMessage {
        if (FrameKind.of(frame) != FrameKind.RMCP_PLUS) {
            throw new MalformedIpmiMessage("datagram is not RMCP+");
        }
        Bytes.needAtLeast("RMCP+ packet", frame, LENGTH);
        var in = Bytes.littleEndian(frame).position(RmcpHeader.LENGTH + 1);
        int type = in.get() & 0xFF;
        return new SessionHeader(PayloadType.of(type & TYPE_MASK), (type & ENCRYPTED) != 0,
                (type & AUTHENTICATED) != 0, in.getInt(), in.getInt(), in.getShort() & 0xFFFF);
    }

    void encode(ByteBuffer out) {
        RmcpHeader.IPMI.encode(out);
        out.put((byte) FrameKind.AUTH_TYPE_RMCP_PLUS);
        out.put((byte) (payloadType.code() | (encrypted ? ENCRYPTED : 0) | (authenticated ? AUTHENTICATED : 0)));
        out.putInt(sessionId).putInt(sequence).putShort((short) payloadLength);
    }
}
