package org.dcos.net.ipmi.wire;

import java.util.Arrays;

/**
 * An IPMI request or response as carried in an RMCP+ IPMI payload (IPMI v2.0 r1.1 §13.8 "IPMI LAN Message Format").
 *
 * <pre>{@code
 * request:  rsAddr | netFn/rsLUN | chk1 | rqAddr | rqSeq/rqLUN | cmd | data... | chk2
 * response: rqAddr | netFn/rqLUN | chk1 | rsAddr | rqSeq/rsLUN | cmd | completion code, data... | chk2
 * }</pre>
 *
 * The requester's LUN is always 0 here.
 *
 * @param receiver slave address or software ID that the message goes to: {@link #BMC} in a request
 * @param netFn    network function, 6 bits (§5.1); even for requests, odd for responses
 * @param lun      logical unit of the responder, 2 bits (§7.2), in requests and responses
 * @param sender   slave address or software ID that the message comes from: {@link #CONSOLE} in a request
 * @param sequence request sequence number, 6 bits
 * @param command  command within {@code netFn}
 * @param data     body; copied on the way in and on the way out
 */
public record IpmiLanMessage(int receiver, int netFn, int lun, int sender, int sequence, int command, byte[] data) {

    /** Slave address of the management controller (§5.5). */
    public static final int BMC = 0x20;

    /** Software ID of a remote console (§5.5, table 5-4: 40h to 46h as 7-bit IDs, with the ID bit set). */
    public static final int CONSOLE = 0x81;

    private static final int HEADER_LENGTH = 6;
    private static final int TRAILER_LENGTH = 1;

    public IpmiLanMessage {
        Bytes.requireBits("receiver", receiver, 8);
        Bytes.requireBits("netFn", netFn, 6);
        Bytes.requireBits("lun", lun, 2);
        Bytes.requireBits("sender", sender, 8);
        Bytes.requireBits("sequence", sequence, 6);
        Bytes.requireBits("command", command, 8);
        data = data.clone();
    }

    /** A console's request to the management controller. */
    public static IpmiLanMessage request(int netFn, int lun, int sequence, int command, byte[] data) {
        return new IpmiLanMessage(BMC, netFn, lun, CONSOLE, sequence, command, data);
    }

    /** The response to this request: completion code first, data behind it. */
    public IpmiLanMessage answer(int completionCode, byte[] answerData) {
        byte[] body = new byte[1 + answerData.length];
        body[0] = (byte) completionCode;
        System.arraycopy(answerData, 0, body, 1, answerData.length);
        return new IpmiLanMessage(sender, netFn | 1, lun, receiver, sequence, command, body);
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    public byte[] encode() {
        boolean response = NetFn.isResponse(netFn);
        byte[] out = new byte[HEADER_LENGTH + data.length + TRAILER_LENGTH];
        out[0] = (byte) receiver;
        out[1] = (byte) (netFn << 2 | (response ? 0 : lun));
        out[2] = (byte) -sum(out, 0, 2);
        out[3] = (byte) sender;
        out[4] = (byte) (sequence << 2 | (response ? lun : 0));
        out[5] = (byte) command;
        System.arraycopy(data, 0, out, HEADER_LENGTH, data.length);
        out[out.length - 1] = (byte) -sum(out, 3, out.length - 1);
        return out;
    }

    /**
     * @throws MalformedIpmiMessage if the frame is short or a checksum is wrong; the frame comes from the network, so
     *         this is expected and checked
     */
    public static IpmiLanMessage decode(byte[] frame) throws MalformedIpmiMessage {
        Bytes.needAtLeast("IPMI message", frame, HEADER_LENGTH + TRAILER_LENGTH);
        if (sum(frame, 0, 3) != 0 || sum(frame, 3, frame.length) != 0) {
            throw new MalformedIpmiMessage("IPMI message with a wrong checksum");
        }
        int netFn = (frame[1] & 0xFF) >> 2;
        int lun = frame[NetFn.isResponse(netFn) ? 4 : 1] & 0x03;
        return new IpmiLanMessage(frame[0] & 0xFF, netFn, lun, frame[3] & 0xFF, (frame[4] & 0xFF) >> 2,
                frame[5] & 0xFF, Arrays.copyOfRange(frame, HEADER_LENGTH, frame.length - TRAILER_LENGTH));
    }

    /** Two's-complement checksum (§13.8): the covered bytes and the checksum add up to 0 modulo 256. */
    private static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
