package org.dcos.net.ipmi.wire;

import java.security.MessageDigest;
import java.util.Arrays;
import org.dcos.net.ipmi.wire.CipherSuite.Confidentiality;
import org.dcos.net.ipmi.wire.CipherSuite.Integrity;

/**
 * One RMCP+ datagram (IPMI v2.0 r1.1 §13.6, table 13-8), its payload in the clear.
 *
 * <pre>{@code
 * RMCP 4 | 06h | type | session ID 4 | sequence 4 | length 2 | payload | FFh pad | pad length | 07h | AuthCode
 * }</pre>
 *
 * The trailer from the pad on is there in authenticated packets only. An encrypted payload is
 * {@code IV 16 | AES-CBC(data | 01h 02h 03h ... | pad length)} (§13.29, table 13-20).
 *
 * @param encrypted     whether the payload is encrypted on the wire
 * @param authenticated whether the trailer with the AuthCode is there
 * @param sessionId     session ID that the receiver chose, 0 outside of a session
 * @param payload       in the clear; copied on the way in and on the way out
 */
public record SessionPacket(PayloadType payloadType, boolean encrypted, boolean authenticated, int sessionId,
        int sequence, byte[] payload) {

    /** Next Header: "RMCP message" (table 13-8). */
    private static final int NEXT_HEADER = 0x07;

    private static final int MOST_PAYLOAD = Rmcp.LONGEST_DATAGRAM - 256;

    public SessionPacket {
        if (payload.length > MOST_PAYLOAD) {
            throw new IllegalArgumentException("payload of %d bytes, most is %d".formatted(payload.length,
                    MOST_PAYLOAD));
        }
        payload = payload.clone();
    }

    /** A packet outside of a session: Open Session and RAKP messages. */
    public static SessionPacket outsideSession(PayloadType type, byte[] payload) {
        return new SessionPacket(type, false, false, 0, 0, payload);
    }

    /** A packet of a session, protected in every way that its keys allow. */
    public static SessionPacket inSession(SessionKeys keys, PayloadType type, int sessionId, int sequence,
            byte[] payload) {
        return new SessionPacket(type, keys.confidentiality() != Confidentiality.NONE,
                keys.integrity() != Integrity.NONE, sessionId, sequence, payload);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** @throws IllegalArgumentException when the packet is to be protected and the keys are {@link SessionKeys#NONE} */
    public byte[] encode(SessionKeys keys) {
        return encode(keys, encrypted ? Crypto.ofThread().randomBytes(Crypto.AES_BLOCK) : new byte[0]);
    }

    /** With a given initialization vector, for test vectors: in use it has to be unpredictable (§13.29). */
    byte[] encode(SessionKeys keys, byte[] iv) {
        if (encrypted && keys.confidentiality() == Confidentiality.NONE
                || authenticated && keys.integrity() == Integrity.NONE) {
            throw new IllegalArgumentException("%s cannot protect a packet of type %s".formatted(keys, payloadType));
        }
        // data, pad and pad length fill whole AES blocks; packet from auth type to next header fills whole words
        int pad = Math.floorMod(-(payload.length + 1), Crypto.AES_BLOCK);
        int body = encrypted ? Crypto.AES_BLOCK + payload.length + pad + 1 : payload.length;
        int trailerPad = Math.floorMod(-(SessionHeader.LENGTH + body + 2), 4);
        int covered = SessionHeader.LENGTH + body + (authenticated ? trailerPad + 2 : 0);
        int length = covered + (authenticated ? keys.integrity().authCodeLength() : 0);

        var out = Bytes.allocate(length);
        new SessionHeader(payloadType, encrypted, authenticated, sessionId, sequence, body).encode(out);
        if (encrypted) {
            out.put(iv).put(payload);
            for (int i = 1; i <= pad; i++) {
                out.put((byte) i);
            }
            out.put((byte) pad);
            Crypto.ofThread().encrypt(keys.k2(), out.array(), SessionHeader.LENGTH, payload.length + pad + 1);
        } else {
            out.put(payload);
        }
        if (authenticated) {
            for (int i = 0; i < trailerPad; i++) {
                out.put((byte) 0xFF);
            }
            out.put((byte) trailerPad).put((byte) NEXT_HEADER);
            out.put(Crypto.ofThread().authCode(keys.integrity(), keys.k1(), out.array(), RmcpHeader.LENGTH, covered));
        }
        return out.array();
    }

    /**
     * Reads a datagram and verifies it. With keys of a session every packet has to be protected in every way that the
     * cipher suite gives: one that is not authenticated, or not encrypted, is refused as if it were forged. With
     * {@link SessionKeys#NONE} only unprotected session setup packets are read.
     *
     * @throws MalformedIpmiMessage when anything is not as specified, the AuthCode is wrong, or protection is missing
     */
    public static SessionPacket decode(byte[] frame, SessionKeys keys) throws MalformedIpmiMessage {
        SessionHeader header = SessionHeader.decode(frame);
        if (header.authenticated() != (keys.integrity() != Integrity.NONE)
                || header.encrypted() != (keys.confidentiality() != Confidentiality.NONE)) {
            throw new MalformedIpmiMessage("packet of type %s is not protected as its session is"
                    .formatted(header.payloadType()));
        }
        int end = SessionHeader.LENGTH + header.payloadLength();
        if (end > frame.length) {
            throw new MalformedIpmiMessage("RMCP+ payload of %d bytes claimed in a packet of %d"
                    .formatted(header.payloadLength(), frame.length));
        }
        if (header.authenticated()) {
            verify(frame, end, keys);
        } else if (end != frame.length) {
            throw new MalformedIpmiMessage("%d bytes behind an unauthenticated RMCP+ packet"
                    .formatted(frame.length - end));
        }
        byte[] payload = header.encrypted() ? decrypt(frame, header.payloadLength(), keys)
                : Arrays.copyOfRange(frame, SessionHeader.LENGTH, end);
        if (payload.length > MOST_PAYLOAD) {
            throw new MalformedIpmiMessage("RMCP+ payload of %d bytes".formatted(payload.length));
        }
        return new SessionPacket(header.payloadType(), header.encrypted(), header.authenticated(), header.sessionId(),
                header.sequence(), payload);
    }

    /** The AuthCode covers everything from the auth type to the next header (§13.28.4). */
    private static void verify(byte[] frame, int payloadEnd, SessionKeys keys) throws MalformedIpmiMessage {
        int covered = frame.length - keys.integrity().authCodeLength();
        int trailer = covered - payloadEnd; // pad, pad length, next header; the pad's value is covered by the AuthCode
        if (trailer < 2 || trailer > 5 || (frame[covered - 2] & 0xFF) != trailer - 2
                || (frame[covered - 1] & 0xFF) != NEXT_HEADER) {
            throw new MalformedIpmiMessage("integrity trailer of an RMCP+ packet is not as specified");
        }
        byte[] expected = Crypto.ofThread().authCode(keys.integrity(), keys.k1(), frame, RmcpHeader.LENGTH, covered);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(frame, covered, frame.length))) {
            throw new MalformedIpmiMessage("AuthCode of an RMCP+ packet is wrong");
        }
    }

    private static byte[] decrypt(byte[] frame, int length, SessionKeys keys) throws MalformedIpmiMessage {
        int blocks = length - Crypto.AES_BLOCK;
        if (blocks < Crypto.AES_BLOCK || blocks % Crypto.AES_BLOCK != 0) {
            throw new MalformedIpmiMessage("encrypted payload of %d bytes".formatted(length));
        }
        byte[] plain = Crypto.ofThread().decrypt(keys.k2(), frame, SessionHeader.LENGTH, blocks);
        int pad = plain[blocks - 1] & 0xFF;
        int data = blocks - 1 - pad;
        if (pad >= Crypto.AES_BLOCK || data < 0) {
            throw new MalformedIpmiMessage("confidentiality pad of %d bytes".formatted(pad));
        }
        for (int i = 0; i < pad; i++) {
            if (plain[data + i] != i + 1) {
                throw new MalformedIpmiMessage("confidentiality pad byte %d is wrong".formatted(i + 1));
            }
        }
        return Arrays.copyOf(plain, data);
    }
}
