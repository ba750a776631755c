package org.dcos.net.ipmi.wire;

/**
 * RAKP message 3, console to managed system (IPMI v2.0 r1.1 §13.22, table 13-13).
 *
 * @param status   {@link RakpStatus} code; other than 0 the console gives the session up
 * @param authCode key exchange authentication code, empty with a status other than 0
 */
public record Rakp3(int tag, int status, int bmcSessionId, byte[] authCode) {

    private static final int HEAD_LENGTH = 8;

    public Rakp3 {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("status", status, 8);
        authCode = authCode.clone();
    }

    @Override
    public byte[] authCode() {
        return authCode.clone();
    }

    public byte[] encode() {
        return Bytes.allocate(HEAD_LENGTH + authCode.length).put((byte) tag).put((byte) status).putShort((short) 0)
                .putInt(bmcSessionId).put(authCode).array();
    }

    public static Rakp3 decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("RAKP message 3", payload, HEAD_LENGTH);
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int status = in.get() & 0xFF;
        in.getShort();
        return new Rakp3(tag, status, in.getInt(), Bytes.take(in, in.remaining()));
    }
}
