package org.dcos.net.ipmi.wire;

/**
 * RAKP message 2, managed system to console (IPMI v2.0 r1.1 §13.21, table 13-12). With a status other than 0 the
 * message ends after the session ID, and the arrays are empty.
 *
 * @param status    {@link RakpStatus} code
 * @param bmcRandom 16 bytes
 * @param bmcGuid   16 bytes in the order of Get System GUID (§22.14)
 * @param authCode  key exchange authentication code: 20 bytes with HMAC-SHA1, 32 with HMAC-SHA256
 */
public record Rakp2(int tag, int status, int consoleSessionId, byte[] bmcRandom, byte[] bmcGuid, byte[] authCode) {

    public static final int GUID_LENGTH = 16;

    private static final int REFUSAL_LENGTH = 8;
    private static final int HEAD_LENGTH = REFUSAL_LENGTH + Rakp1.RANDOM_LENGTH + GUID_LENGTH;
    private static final byte[] NOTHING = {};

    public Rakp2 {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("status", status, 8);
        if (status == RakpStatus.NO_ERRORS.code()) {
            Bytes.requireLength("bmcRandom", bmcRandom, Rakp1.RANDOM_LENGTH);
            Bytes.requireLength("bmcGuid", bmcGuid, GUID_LENGTH);
        }
        bmcRandom = bmcRandom.clone();
        bmcGuid = bmcGuid.clone();
        authCode = authCode.clone();
    }

    public static Rakp2 refusal(int tag, RakpStatus status, int consoleSessionId) {
        return new Rakp2(tag, status.code(), consoleSessionId, NOTHING, NOTHING, NOTHING);
    }

    @Override
    public byte[] bmcRandom() {
        return bmcRandom.clone();
    }

    @Override
    public byte[] bmcGuid() {
        return bmcGuid.clone();
    }

    @Override
    public byte[] authCode() {
        return authCode.clone();
    }

    public byte[] encode() {
        return Bytes.allocate(REFUSAL_LENGTH + bmcRandom.length + bmcGuid.length + authCode.length).put((byte) tag)
                .put((byte) status).putShort((short) 0).putInt(consoleSessionId).put(bmcRandom).put(bmcGuid)
                .put(authCode).array();
    }

    public static Rakp2 decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("RAKP message 2", payload, RakpStatus.LEAST_REFUSAL);
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int status = in.get() & 0xFF;
        if (status != RakpStatus.NO_ERRORS.code()) {
            return new Rakp2(tag, status, Bytes.sessionIdOfRefusal(payload), NOTHING, NOTHING, NOTHING);
        }
        Bytes.needAtLeast("RAKP message 2", payload, HEAD_LENGTH);
        in.getShort();
        int consoleSessionId = in.getInt();
        return new Rakp2(tag, status, consoleSessionId, Bytes.take(in, Rakp1.RANDOM_LENGTH),
                Bytes.take(in, GUID_LENGTH), Bytes.take(in, in.remaining()));
    }
}
