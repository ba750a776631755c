package org.dcos.net.ipmi.wire;

/**
 * RAKP message 1, console to managed system (IPMI v2.0 r1.1 §13.20, table 13-11).
 *
 * @param consoleRandom 16 bytes
 * @param role          requested maximum privilege level in bits 3:0, {@link #NAME_ONLY_LOOKUP}; the byte as it is on
 *                      the wire enters the key exchange
 * @param userName      0 to 16 bytes
 */
public record Rakp1(int tag, int bmcSessionId, byte[] consoleRandom, int role, byte[] userName) {

    /** Role bit 4: look the user up by name alone, not by name and privilege level. */
    public static final int NAME_ONLY_LOOKUP = 0x10;

    public static final int RANDOM_LENGTH = 16;

    /** Bytes of the longest user name (§22.28). */
    public static final int LONGEST_NAME = 16;

    private static final int HEAD_LENGTH = 28;

    public Rakp1 {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("role", role, 8);
        Bytes.requireLength("consoleRandom", consoleRandom, RANDOM_LENGTH);
        if (userName.length > LONGEST_NAME) {
            throw new IllegalArgumentException("user name of %d bytes, most is 16".formatted(userName.length));
        }
        consoleRandom = consoleRandom.clone();
        userName = userName.clone();
    }

    @Override
    public byte[] consoleRandom() {
        return consoleRandom.clone();
    }

    @Override
    public byte[] userName() {
        return userName.clone();
    }

    public byte[] encode() {
        return Bytes.allocate(HEAD_LENGTH + userName.length).put((byte) tag).put(new byte[3]).putInt(bmcSessionId)
                .put(consoleRandom).put((byte) role).putShort((short) 0).put((byte) userName.length).put(userName)
                .array();
    }

    public static Rakp1 decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("RAKP message 1", payload, HEAD_LENGTH);
        int nameLength = payload[HEAD_LENGTH - 1] & 0xFF;
        if (nameLength > LONGEST_NAME || HEAD_LENGTH + nameLength > payload.length) {
            throw new MalformedIpmiMessage("RAKP message 1 with a user name of %d bytes".formatted(nameLength));
        }
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int bmcSessionId = in.position(4).getInt();
        byte[] random = Bytes.take(in, RANDOM_LENGTH);
        int role = in.get() & 0xFF;
        return new Rakp1(tag, bmcSessionId, random, role, Bytes.take(in.position(HEAD_LENGTH), nameLength));
    }
}
