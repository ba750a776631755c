package org.dcos.net.ipmi.wire;

import java.nio.ByteBuffer;

/** ASF presence ping and pong: "is there a management controller?", without a session (IPMI v2.0 r1.1 §13.2.3-4). */
public sealed interface Presence {

    /** Enterprise number of ASF in the messages below, most significant byte first (table 13-6). */
    int ASF_IANA = 4542;

    int PING_TYPE = 0x80;
    int PONG_TYPE = 0x40;

    /** Links a pong to its ping, 0 to 254; 255 means "not part of a request/response pair". */
    int tag();

    byte[] encode();

    /** RMCP/ASF presence ping (§13.2.3, table 13-6). */
    record Ping(int tag) implements Presence {
        public Ping {
            Bytes.requireBits("tag", tag, 8);
        }

        @Override
        public byte[] encode() {
            return start(PING_TYPE, tag, 0).array();
        }
    }

    /**
     * RMCP/ASF pong (§13.2.4, table 13-7).
     *
     * @param oemIana      enterprise number of the controller's maker, {@link #ASF_IANA} when it has nothing to add
     * @param oemDefined   maker's bits
     * @param entities     bit 7: IPMI supported, bits 3:0 = 1: ASF version 1.0
     * @param interactions bit 7: RMCP security extensions supported
     */
    record Pong(int tag, int oemIana, int oemDefined, int entities, int interactions) implements Presence {

        static final int DATA_LENGTH = 16;
        static final int IPMI_SUPPORTED = 0x80;
        static final int ASF_1_0 = 0x01;

        public Pong {
            Bytes.requireBits("tag", tag, 8);
            Bytes.requireBits("entities", entities, 8);
            Bytes.requireBits("interactions", interactions, 8);
        }

        /** The answer of a controller that supports IPMI and has nothing else to say. */
        public static Pong ofIpmi(int tag) {
            return new Pong(tag, ASF_IANA, 0, IPMI_SUPPORTED | ASF_1_0, 0);
        }

        public boolean supportsIpmi() {
            return (entities & IPMI_SUPPORTED) != 0;
        }

        @Override
        public byte[] encode() {
            return start(PONG_TYPE, tag, DATA_LENGTH).putInt(oemIana).putInt(oemDefined).put((byte) entities)
                    .put((byte) interactions).array(); // six reserved bytes stay 0
        }
    }

    /** @throws MalformedIpmiMessage when the datagram is neither ping nor pong */
    static Presence decode(byte[] frame) throws MalformedIpmiMessage {
        var in = ByteBuffer.wrap(frame); // ASF numbers are most significant byte first
        if (RmcpHeader.decode(in).messageClass() != RmcpHeader.MessageClass.ASF || in.remaining() < 8) {
            throw new MalformedIpmiMessage("no ASF message in a datagram of %d bytes".formatted(frame.length));
        }
        int iana = in.getInt();
        int type = in.get() & 0xFF;
        int tag = in.get() & 0xFF;
        in.get(); // reserved
        int length = in.get() & 0xFF;
        if (iana != ASF_IANA) {
            throw new MalformedIpmiMessage("ASF message of enterprise %d, need 4542".formatted(iana));
        }
        if (type == PING_TYPE && length == 0) {
            return new Ping(tag);
        }
        if (type == PONG_TYPE && length == Pong.DATA_LENGTH && in.remaining() >= length) {
            return new Pong(tag, in.getInt(), in.getInt(), in.get() & 0xFF, in.get() & 0xFF);
        }
        throw new MalformedIpmiMessage("ASF message type %02Xh with %d data bytes is no ping or pong"
                .formatted(type, length));
    }

    private static ByteBuffer start(int type, int tag, int dataLength) {
        var out = ByteBuffer.allocate(RmcpHeader.LENGTH + 8 + dataLength);
        new RmcpHeader(Rmcp.NO_ACK, RmcpHeader.MessageClass.ASF).encode(out);
        return out.putInt(ASF_IANA).put((byte) type).put((byte) tag).put((byte) 0).put((byte) dataLength);
    }
}
