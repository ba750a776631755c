package org.dcos.net.ipmi.wire;

/**
 * RAKP message 4, managed system to console (IPMI v2.0 r1.1 §13.23, table 13-14).
 *
 * @param status              {@link RakpStatus} code
 * @param integrityCheckValue 12 bytes with suite 3, 16 with suite 17, empty with a status other than 0
 */
public record Rakp4(int tag, int status, int consoleSessionId, byte[] integrityCheckValue) {

    private static final int HEAD_LENGTH = 8;

    public Rakp4 {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("status", status, 8);
        integrityCheckValue = integrityCheckValue.clone();
    }

    public static Rakp4 refusal(int tag, RakpStatus status, int consoleSessionId) {
        return new Rakp4(tag, status.code(), consoleSessionId, new byte[0]);
    }

    @Override
    public byte[] integrityCheckValue() {
        return integrityCheckValue.clone();
    }

    public byte[] encode() {
        return Bytes.allocate(HEAD_LENGTH + integrityCheckValue.length).put((byte) tag).put((byte) status)
                .putShort((short) 0).putInt(consoleSessionId).put(integrityCheckValue).array();
    }

    public static Rakp4 decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("RAKP message 4", payload, RakpStatus.LEAST_REFUSAL);
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int status = in.get() & 0xFF;
        if (status != RakpStatus.NO_ERRORS.code()) {
            return new Rakp4(tag, status, Bytes.sessionIdOfRefusal(payload), new byte[0]);
        }
        Bytes.needAtLeast("RAKP message 4", payload, HEAD_LENGTH);
        in.getShort();
        return new Rakp4(tag, status, in.getInt(), Bytes.take(in, in.remaining()));
    }
}
