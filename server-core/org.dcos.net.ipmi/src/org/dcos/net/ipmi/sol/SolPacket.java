package org.dcos.net.ipmi.sol;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * A packet of the SOL payload (IPMI v2.0 r1.1 §15.9, table 15-2).
 *
 * @param sequence     1 to 15; 0 for a packet that only acknowledges
 * @param acknowledged sequence number of the packet that is acknowledged; 0 for none
 * @param accepted     how many of its characters were taken
 * @param flags        operation of the console or status of the controller, see the constants
 * @param data         characters; copied on the way in and on the way out
 */
public record SolPacket(int sequence, int acknowledged, int accepted, int flags, byte[] data) {

    /** Both ways: not taken, or not all of it. */
    public static final int NACK = 0x40;

    /** Console: sends a serial break to the server. */
    public static final int GENERATE_BREAK = 0x10;

    /** Controller: characters are not transferred at present, as while the server's port is switched. */
    public static final int UNAVAILABLE = 0x20;

    /** Controller: the payload is being deactivated. */
    public static final int DEACTIVATING = 0x10;

    /** Controller: characters of the server were lost. */
    public static final int OVERRUN = 0x08;

    /** Controller: the server has sent a break. */
    public static final int BREAK_DETECTED = 0x04;

    public static final int HEADER_LENGTH = 4;

    /** Highest sequence number; 1 follows it. */
    public static final int LAST_SEQUENCE = 15;

    public SolPacket {
        if (sequence < 0 || sequence > LAST_SEQUENCE || acknowledged < 0 || acknowledged > LAST_SEQUENCE) {
            throw new IllegalArgumentException("SOL packet %d that acknowledges %d".formatted(sequence, acknowledged));
        }
        data = data.clone();
    }

    public static SolPacket acknowledgement(int of, int accepted, int flags) {
        return new SolPacket(0, of, accepted, flags, new byte[0]);
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    public int length() {
        return data.length;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public byte[] encode() {
        return ByteBuffer.allocate(HEADER_LENGTH + data.length).put((byte) sequence).put((byte) acknowledged)
                .put((byte) accepted).put((byte) flags).put(data).array();
    }

    /** Reserved bits of sequence numbers are ignored. */
    public static SolPacket decode(byte[] payload) throws MalformedIpmiMessage {
        if (payload.length < HEADER_LENGTH) {
            throw new MalformedIpmiMessage("SOL packet of %d bytes, need at least 4".formatted(payload.length));
        }
        return new SolPacket(payload[0] & LAST_SEQUENCE, payload[1] & LAST_SEQUENCE, payload[2] & 0xFF,
                payload[3] & 0xFF, Arrays.copyOfRange(payload, HEADER_LENGTH, payload.length));
    }

    /** The sequence number behind one. */
    public static int after(int sequence) {
        return sequence % LAST_SEQUENCE + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SolPacket that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
