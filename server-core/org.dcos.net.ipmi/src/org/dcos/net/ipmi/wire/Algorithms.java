package org.dcos.net.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The three algorithm payloads of the Open Session messages, by number (IPMI v2.0 r1.1 §13.17, table 13-9). Unknown
 * numbers are kept, so that a responder can refuse them with the right status.
 *
 * @param authentication  table 13-17, or {@link #ANY}
 * @param integrity       table 13-18, or {@link #ANY}
 * @param confidentiality table 13-19, or {@link #ANY}
 */
public record Algorithms(int authentication, int integrity, int confidentiality) {

    /** A payload of length 0: the requester leaves the choice to the controller. */
    public static final int ANY = -1;

    static final int ENCODED_LENGTH = 24;

    private static final int ENTRY_LENGTH = 8;

    /** {@code type | reserved 2 | length 8 or 0 | algorithm | reserved 3}, three times. */
    void encode(ByteBuffer out) {
        int[] numbers = {authentication, integrity, confidentiality};
        for (int type = 0; type < numbers.length; type++) {
            boolean any = numbers[type] == ANY;
            out.put((byte) type).putShort((short) 0).put((byte) (any ? 0 : ENTRY_LENGTH));
            out.put((byte) (any ? 0 : numbers[type])).put((byte) 0).putShort((short) 0);
        }
    }

    static Algorithms decode(ByteBuffer in) throws MalformedIpmiMessage {
        int[] numbers = {ANY, ANY, ANY};
        for (int type = 0; type < numbers.length; type++) {
            byte[] entry = Bytes.take(in, ENTRY_LENGTH);
            int length = entry[3] & 0xFF;
            if ((entry[0] & 0xFF) != type || length != 0 && length != ENTRY_LENGTH) {
                throw new MalformedIpmiMessage("algorithm payload of type %d and length %d where type %d was expected"
                        .formatted(entry[0] & 0xFF, length, type));
            }
            numbers[type] = length == 0 ? ANY : entry[4] & 0x3F; // bits 5:0, the others are reserved
        }
        return new Algorithms(numbers[0], numbers[1], numbers[2]);
    }

    @Override
    public String toString() {
        return "authentication %d, integrity %d, confidentiality %d".formatted(authentication, integrity,
                confidentiality);
    }
}
