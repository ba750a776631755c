package org.dcos.net.ipmi.client;

import java.util.Optional;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;

/**
 * The way to a session: handshakes with one cipher suite after the other ({@link SuiteChoice}), and the question for
 * the BMC's list when it ignores the first. Datagrams in and out, no time: the session decides on tries.
 */
final class Login {

    private enum Stage { DISCOVERING, OPENING, RAKP_1, RAKP_3 }

    /** What a datagram led to. */
    sealed interface Progress {

        /** The next message is to be sent. */
        record Forward() implements Progress {}

        record Established(SecureChannel channel, CipherSuite suite) implements Progress {}

        /** To be started again a little later, for that RAKP status. */
        record Pause(int status) implements Progress {}

        /** @param farewell a last message to the BMC, empty when there is none */
        record Failed(IpmiException reason, Optional<byte[]> farewell) implements Progress {}

        /** No answer to what was asked. */
        record Ignored() implements Progress {}
    }

    private static final Progress FORWARD = new Progress.Forward();
    private static final Progress IGNORED = new Progress.Ignored();

    private final BmcTarget target;
    private final LoginSource line;
    private final SuiteChoice suites;
    private final Discovery discovery = new Discovery();
    private Stage stage = Stage.OPENING;
    private Handshake handshake;

    Login(BmcTarget target, LoginSource line) {
        this.target = target;
        this.line = line;
        this.suites = new SuiteChoice(target.suites(), line.provenSuite(target.address()));
        this.handshake = newHandshake();
    }

    /** Opens anew with the present suite: fresh session ID and random number. */
    void restart() {
        stage = Stage.OPENING;
        handshake = newHandshake();
    }

    /** Silence may be for the cipher suite: {@link #discover} would tell. */
    boolean isUndecided() {
        return stage == Stage.OPENING && suites.isUndecided();
    }

    void discover() {
        stage = Stage.DISCOVERING;
    }

    /** What has no answer, for messages. */
    String title() {
        return switch (stage) {
            case DISCOVERING, OPENING -> "Open Session";
            case RAKP_1, RAKP_3 -> "the login";
        };
    }

    /** The message of the present stage; each try has a tag of its own. */
    byte[] frame() {
        return switch (stage) {
            case DISCOVERING -> discovery.request();
            case OPENING -> packet(PayloadType.OPEN_SESSION_REQUEST, handshake.openSession());
            case RAKP_1 -> packet(PayloadType.RAKP_1, handshake.rakp1());
            case RAKP_3 -> packet(PayloadType.RAKP_3, handshake.rakp3());
        };
    }

    /** Whether a datagram can be meant for this login, by its unverified header. */
    boolean expects(FrameKind kind, byte[] frame) {
        return switch (kind) {
            case ASF -> false;
            case IPMI_1_5 -> stage == Stage.DISCOVERING;
            case RMCP_PLUS -> isForConsole(frame);
        };
    }

    /** Setup messages carry the console's session ID behind tag, status and two bytes; refusals may leave it out. */
    private boolean isForConsole(byte[] frame) {
        if (frame.length < SessionHeader.LENGTH + 8) {
            return true;
        }
        int at = SessionHeader.LENGTH + 4;
        int id = frame[at] & 0xFF | (frame[at + 1] & 0xFF) << 8 | (frame[at + 2] & 0xFF) << 16 | frame[at + 3] << 24;
        return id == handshake.consoleSessionId() || id == 0;
    }

    Progress on(FrameKind kind, byte[] frame) throws MalformedIpmiMessage {
        return switch (kind) {
            case ASF -> IGNORED;
            case IPMI_1_5 -> stage == Stage.DISCOVERING ? onDiscovery(frame) : IGNORED;
            case RMCP_PLUS -> onSetup(SessionHeader.decode(frame).payloadType(), frame);
        };
    }

    private Progress onDiscovery(byte[] frame) throws MalformedIpmiMessage {
        return switch (discovery.onAnswer(frame)) {
            case IGNORED -> IGNORED;
            case MORE -> FORWARD;
            case COMPLETE -> {
                suites.decide(discovery);
                yield openNext();
            }
        };
    }

    private Progress onSetup(PayloadType type, byte[] frame) throws MalformedIpmiMessage {
        boolean answersStage = switch (stage) {
            case DISCOVERING -> false;
            case OPENING -> type == PayloadType.OPEN_SESSION_RESPONSE;
            case RAKP_1 -> type == PayloadType.RAKP_2;
            case RAKP_3 -> type == PayloadType.RAKP_4;
        };
        if (!answersStage) {
            return IGNORED;
        }
        byte[] payload = SessionPacket.decode(frame, SessionKeys.NONE).payload();
        return switch (stage) {
            case DISCOVERING -> IGNORED;
            case OPENING -> after(handshake.onOpenSession(payload), Stage.RAKP_1);
            case RAKP_1 -> after(handshake.onRakp2(payload), Stage.RAKP_3);
            case RAKP_3 -> after(handshake.onRakp4(payload), Stage.RAKP_3);
        };
    }

    private Progress after(Handshake.Step step, Stage next) {
        return switch (step) {
            case Handshake.Step.Next() -> {
                stage = next;
                yield FORWARD;
            }
            case Handshake.Step.Established(SessionKeys keys) -> new Progress.Established(
                    new SecureChannel(keys, handshake.consoleSessionId(), handshake.bmcSessionId()),
                    handshake.suite());
            case Handshake.Step.OtherSuite() -> {
                suites.refused();
                yield openNext();
            }
            case Handshake.Step.Again(int status) -> new Progress.Pause(status);
            case Handshake.Step.Failed(IpmiException reason) -> new Progress.Failed(reason, farewell());
            case Handshake.Step.Ignored() -> IGNORED;
        };
    }

    private Optional<byte[]> farewell() {
        return stage == Stage.RAKP_1 ? Optional.of(packet(PayloadType.RAKP_3, handshake.rakp3Refusal()))
                : Optional.empty();
    }

    private Progress openNext() {
        if (suites.isExhausted()) {
            return new Progress.Failed(new UnsupportedSuite(target.address(), suites.offered()), Optional.empty());
        }
        restart();
        return FORWARD;
    }

    private Handshake newHandshake() {
        int id = line.random().nextInt(1, Integer.MAX_VALUE); // never 0, which means "no session"
        return new Handshake(target, suites.present(), id, line.nonce());
    }

    private static byte[] packet(PayloadType type, byte[] payload) {
        return SessionPacket.outsideSession(type, payload).encode(SessionKeys.NONE);
    }
}
