package org.dcos.net.ipmi.wire;

/** What a datagram is, told by its first five bytes, so that a receiver knows which decoder to ask. */
public enum FrameKind {
    /** ASF presence ping or pong: {@link Presence}. */
    ASF,
    /** IPMI v1.5 session header, authentication type NONE: {@link SessionlessPacket}. */
    IPMI_1_5,
    /** RMCP+: {@link SessionPacket}. */
    RMCP_PLUS;

    /** Session authentication type NONE (IPMI v2.0 r1.1 §13.6, table 13-8). */
    public static final int AUTH_TYPE_NONE = 0x00;

    /** Session authentication type "Format = RMCP+" (IPMI v2.0 r1.1 §13.6, table 13-8). */
    public static final int AUTH_TYPE_RMCP_PLUS = 0x06;

    /** @throws MalformedIpmiMessage when it is none of them, or longer than {@link Rmcp#LONGEST_DATAGRAM} */
    public static FrameKind of(byte[] frame) throws MalformedIpmiMessage {
        if (frame.length > Rmcp.LONGEST_DATAGRAM) {
            throw new MalformedIpmiMessage("datagram of %d bytes, most is %d".formatted(frame.length,
                    Rmcp.LONGEST_DATAGRAM));
        }
        var in = Bytes.littleEndian(frame);
        return switch (RmcpHeader.decode(in).messageClass()) {
            case ASF -> ASF;
            case IPMI -> ofAuthType(in.hasRemaining() ? in.get() & 0x0F : -1);
        };
    }

    private static FrameKind ofAuthType(int authType) throws MalformedIpmiMessage {
        return switch (authType) {
            case AUTH_TYPE_NONE -> IPMI_1_5;
            case AUTH_TYPE_RMCP_PLUS -> RMCP_PLUS;
            default -> throw new MalformedIpmiMessage("session authentication type %d is not used here"
                    .formatted(authType));
        };
    }
}
