package org.dcos.net.ipmi.wire;

/**
 * RMCP+ Open Session Request (IPMI v2.0 r1.1 §13.17, table 13-9).
 *
 * @param tag              message tag, returned in the response
 * @param privilege        requested maximum privilege level, {@link PrivilegeLevel#HIGHEST} or a level's code
 * @param consoleSessionId chosen by the console, not 0
 */
public record OpenSessionRequest(int tag, int privilege, int consoleSessionId, Algorithms algorithms) {

    private static final int LENGTH = 8 + Algorithms.ENCODED_LENGTH;

    public OpenSessionRequest {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("privilege", privilege, 4);
    }

    public byte[] encode() {
        var out = Bytes.allocate(LENGTH).put((byte) tag).put((byte) privilege).putShort((short) 0)
                .putInt(consoleSessionId);
        algorithms.encode(out);
        return out.array();
    }

    public static OpenSessionRequest decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("Open Session Request", payload, LENGTH);
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int privilege = in.get() & 0x0F;
        in.getShort();
        return new OpenSessionRequest(tag, privilege, in.getInt(), Algorithms.decode(in));
    }
}
