package org.dcos.net.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The four bytes that start every datagram (IPMI v2.0 r1.1 §13.1.3, table 13-2).
 *
 * <pre>{@code version 06h | reserved | sequence | class}</pre>
 *
 * @param sequence     RMCP sequence number, {@link Rmcp#NO_ACK} when no acknowledge is wanted
 * @param messageClass what follows
 */
public record RmcpHeader(int sequence, MessageClass messageClass) {

    public static final int LENGTH = 4;

    /** Of IPMI messages: never acknowledged on RMCP level. */
    public static final RmcpHeader IPMI = new RmcpHeader(Rmcp.NO_ACK, MessageClass.IPMI);

    /** Low five bits of the class byte (table 13-2); bit 7 set marks an RMCP acknowledge. */
    public enum MessageClass {
        /** Alert Standard Format, used for presence ping and pong. */
        ASF(0x06),
        IPMI(0x07);

        private final int code;

        MessageClass(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public void encode(ByteBuffer out) {
        out.put((byte) Rmcp.VERSION).put((byte) 0).put((byte) sequence).put((byte) messageClass.code());
    }

    /**
     * Reads the header and leaves the buffer at the first byte after it.
     *
     * @throws MalformedIpmiMessage when short, of another RMCP version, an acknowledge, or of a class unknown here
     */
    public static RmcpHeader decode(ByteBuffer in) throws MalformedIpmiMessage {
        if (in.remaining() < LENGTH) {
            throw new MalformedIpmiMessage("RMCP datagram of %d bytes, need at least 4".formatted(in.remaining()));
        }
        int version = in.get() & 0xFF;
        in.get(); // reserved, "00h" but not to be checked by receivers
        int sequence = in.get() & 0xFF;
        int code = in.get() & 0xFF;
        if (version != Rmcp.VERSION) {
            throw new MalformedIpmiMessage("RMCP version %02Xh, need 06h".formatted(version));
        }
        for (MessageClass known : MessageClass.values()) {
            if (known.code == code) {
                return new RmcpHeader(sequence, known);
            }
        }
        throw new MalformedIpmiMessage("RMCP class byte %02Xh is neither ASF (06h) nor IPMI (07h)".formatted(code));
    }
}
