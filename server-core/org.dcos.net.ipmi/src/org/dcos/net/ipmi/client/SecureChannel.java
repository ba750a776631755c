package org.dcos.net.ipmi.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;

/** An established session's keys and sequence numbers: IPMI messages in and out of protected packets. */
final class SecureChannel {

    /** Behind RMCP header, auth type and payload type (§13.6, table 13-8). */
    private static final int SESSION_ID_AT = 6;

    private final SessionKeys keys;
    private final int consoleSessionId;
    private final int bmcSessionId;
    private final SequenceWindow inbound = new SequenceWindow();
    private int outbound;

    SecureChannel(SessionKeys keys, int consoleSessionId, int bmcSessionId) {
        this.keys = keys;
        this.consoleSessionId = consoleSessionId;
        this.bmcSessionId = bmcSessionId;
    }

    int bmcSessionId() {
        return bmcSessionId;
    }

    /** Whether the datagram claims to be of this session. */
    boolean expects(FrameKind kind, byte[] frame) {
        return kind == FrameKind.RMCP_PLUS && frame.length >= SessionHeader.LENGTH
                && ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(SESSION_ID_AT) == consoleSessionId;
    }

    /** A datagram of its own session sequence number, also for a further try of the same message (§6.12.9). */
    byte[] seal(byte[] message) {
        return seal(PayloadType.IPMI_MESSAGE, message);
    }

    byte[] seal(PayloadType type, byte[] payload) {
        outbound = outbound == -1 ? 1 : outbound + 1; // 0 is never valid in a session (§6.12.13)
        return SessionPacket.inSession(keys, type, bmcSessionId, outbound, payload).encode(keys);
    }

    /**
     * The verified message; empty when its session sequence number was seen before or is out of the window.
     *
     * @throws MalformedIpmiMessage when it is not as specified or not authentic
     */
    Optional<IpmiLanMessage> open(byte[] frame) throws MalformedIpmiMessage {
        var packet = openPacket(frame);
        return packet.isPresent() ? Optional.of(IpmiLanMessage.decode(packet.get().payload())) : Optional.empty();
    }

    /** As {@link #open}, whatever the payload is. */
    Optional<SessionPacket> openPacket(byte[] frame) throws MalformedIpmiMessage {
        var packet = SessionPacket.decode(frame, keys);
        return inbound.accept(packet.sequence()) ? Optional.of(packet) : Optional.empty();
    }
}
