package org.dcos.net.ipmi.wire;

/**
 * RMCP+ Open Session Response (IPMI v2.0 r1.1 §13.18, table 13-10). With a status other than 0 the message ends after
 * the console's session ID, and the last two components are 0.
 *
 * @param status       {@link RakpStatus} code
 * @param privilege    maximum privilege level allowed for this session
 * @param bmcSessionId chosen by the managed system, not 0
 */
public record OpenSessionResponse(int tag, int status, int privilege, int consoleSessionId, int bmcSessionId,
        Algorithms algorithms) {

    private static final int REFUSAL_LENGTH = 8;
    private static final int LENGTH = 12 + Algorithms.ENCODED_LENGTH;
    private static final Algorithms NONE = new Algorithms(0, 0, 0);

    public OpenSessionResponse {
        Bytes.requireBits("tag", tag, 8);
        Bytes.requireBits("status", status, 8);
        Bytes.requireBits("privilege", privilege, 4);
    }

    public static OpenSessionResponse refusal(OpenSessionRequest request, RakpStatus status) {
        return new OpenSessionResponse(request.tag(), status.code(), 0, request.consoleSessionId(), 0, NONE);
    }

    public byte[] encode() {
        boolean accepted = status == RakpStatus.NO_ERRORS.code();
        var out = Bytes.allocate(accepted ? LENGTH : REFUSAL_LENGTH).put((byte) tag).put((byte) status)
                .put((byte) privilege).put((byte) 0).putInt(consoleSessionId);
        if (accepted) {
            out.putInt(bmcSessionId);
            algorithms.encode(out);
        }
        return out.array();
    }

    public static OpenSessionResponse decode(byte[] payload) throws MalformedIpmiMessage {
        Bytes.needAtLeast("Open Session Response", payload, RakpStatus.LEAST_REFUSAL);
        var in = Bytes.littleEndian(payload);
        int tag = in.get() & 0xFF;
        int status = in.get() & 0xFF;
        if (status != RakpStatus.NO_ERRORS.code()) {
            return new OpenSessionResponse(tag, status, 0, Bytes.sessionIdOfRefusal(payload), 0, NONE);
        }
        Bytes.needAtLeast("Open Session Response", payload, LENGTH);
        int privilege = in.get() & 0x0F;
        in.get();
        int consoleSessionId = in.getInt();
        return new OpenSessionResponse(tag, status, privilege, consoleSessionId, in.getInt(), Algorithms.decode(in));
    }
}
