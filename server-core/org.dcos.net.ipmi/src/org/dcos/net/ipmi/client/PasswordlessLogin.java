package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.net.ipmi.command.CloseSession;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.Rmcp;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;

/**
 * Tries whether a BMC lets somebody in who has no password: with cipher suite 0, RAKP-none (IPMI v2.0 r1.1 table
 * 22-20), as an account that there is. What a BMC says of its suites proves nothing: some open sessions with suite 0
 * though it is off, and though they do not list it. A session that opens is closed at once. Over a socket of its own,
 * for use on a virtual thread.
 */
public final class PasswordlessLogin {

    private static final int TRIES = 3;
    private static final int BUSY_TRIES = 3;
    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);
    private static final int CLOSE_MILLIS = 300;
    /** The highest first: a BMC may let suite 0 in up to some level only. */
    private static final List<PrivilegeLevel> LEVELS = List.of(PrivilegeLevel.ADMINISTRATOR, PrivilegeLevel.OPERATOR,
            PrivilegeLevel.USER, PrivilegeLevel.CALLBACK);

    private final InetSocketAddress bmc;
    private final byte[] user;
    private final DatagramSocket socket;
    private final int waitMillis;
    private final SecureRandom random = new SecureRandom();
    private int tag;

    /** How a try with one level came out. */
    private enum End {
        OPENED, OTHER_LEVEL, SHUT, BUSY
    }

    private PasswordlessLogin(InetSocketAddress bmc, String user, DatagramSocket socket, Duration wait) {
        this.bmc = bmc;
        this.user = user.getBytes(StandardCharsets.UTF_8);
        this.socket = socket;
        this.waitMillis = Math.toIntExact(wait.toMillis());
    }

    /**
     * Up to which level it gets in; empty where it does not, or where nothing answers: whether the BMC is there at all
     * is known by who asks.
     *
     * @param user of an account that there is
     * @param wait for each answer
     * @throws SessionRefused when the BMC has no free session, so that nothing is known
     */
    public static Optional<PrivilegeLevel> level(InetSocketAddress bmc, String user, Duration wait)
            throws IpmiException, InterruptedException {
        try (var socket = new DatagramSocket()) {
            socket.connect(bmc);
            var login = new PasswordlessLogin(bmc, user, socket, wait);
            for (PrivilegeLevel level : LEVELS) {
                End end = login.patiently(level);
                if (end != End.OTHER_LEVEL) {
                    return end == End.OPENED ? Optional.of(level) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (PortUnreachableException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new NotSent(bmc, String.valueOf(e.getMessage()));
        }
    }

    private End patiently(PrivilegeLevel level) throws IOException, IpmiException, InterruptedException {
        for (int i = 0; i < BUSY_TRIES; i++) {
            End end = attempt(level);
            if (end != End.BUSY) {
                return end;
            }
            Thread.sleep(BUSY_WAIT);
        }
        throw new SessionRefused(bmc, RakpStatus.INSUFFICIENT_RESOURCES.code());
    }

    private End attempt(PrivilegeLevel level) throws IOException, IpmiException, InterruptedException {
        int console = 1 + random.nextInt(Integer.MAX_VALUE - 1);
        var opening = ask(PayloadType.OPEN_SESSION_REQUEST, PayloadType.OPEN_SESSION_RESPONSE,
                number -> new OpenSessionRequest(number, level.code(), console, CipherSuite.SUITE_0.algorithms())
                        .encode());
        if (opening.isEmpty()) { // some ignore what they do not take
            return End.SHUT;
        }
        try {
            var opened = OpenSessionResponse.decode(opening.get());
            if (opened.status() != RakpStatus.NO_ERRORS.code()) {
                return refused(opened.status());
            }
            int session = opened.bmcSessionId();
            byte[] nonce = new byte[Rakp1.RANDOM_LENGTH];
            random.nextBytes(nonce);
            var second = ask(PayloadType.RAKP_1, PayloadType.RAKP_2, number -> new Rakp1(number, session, nonce,
                    Rakp1.NAME_ONLY_LOOKUP | level.code(), user).encode());
            if (second.isEmpty()) {
                return End.SHUT;
            }
            int challenged = Rakp2.decode(second.get()).status();
            if (challenged != RakpStatus.NO_ERRORS.code()) {
                return refused(challenged);
            }
            var fourth = ask(PayloadType.RAKP_3, PayloadType.RAKP_4, number -> new Rakp3(number,
                    RakpStatus.NO_ERRORS.code(), session, new byte[0]).encode());
            if (fourth.isEmpty() || Rakp4.decode(fourth.get()).status() != RakpStatus.NO_ERRORS.code()) {
                return End.SHUT;
            }
            leave(session);
            return End.OPENED;
        } catch (MalformedIpmiMessage _) { // whoever answers so lets nobody in
            return End.SHUT;
        }
    }

    private static End refused(int code) {
        return RakpStatus.of(code).map(status -> switch (status) {
            case INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES_FOR_ROLE -> End.BUSY;
            case INVALID_ROLE, UNAUTHORIZED_ROLE, ILLEGAL_PARAMETER -> End.OTHER_LEVEL;
            case NO_ERRORS, INVALID_SESSION_ID, INVALID_PAYLOAD_TYPE, INVALID_AUTHENTICATION_ALGORITHM,
                    INVALID_INTEGRITY_ALGORITHM, NO_MATCHING_AUTHENTICATION_PAYLOAD,
                    NO_MATCHING_INTEGRITY_PAYLOAD, INACTIVE_SESSION_ID, INVALID_NAME_LENGTH, UNAUTHORIZED_NAME,
                    UNAUTHORIZED_GUID, INVALID_INTEGRITY_CHECK_VALUE, INVALID_CONFIDENTIALITY_ALGORITHM,
                    NO_CIPHER_SUITE_MATCH -> End.SHUT;
        }).orElse(End.SHUT);
    }

    /** Asks some times; each try has a tag of its own, and an answer to any of them is one. */
    private Optional<byte[]> ask(PayloadType question, PayloadType answer, Function<Integer, byte[]> message)
            throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            tag = tag + 1 & 0xFF;
            send(SessionPacket.outsideSession(question, message.apply(tag)).encode(SessionKeys.NONE));
            long end = System.nanoTime() + Duration.ofMillis(waitMillis).toNanos();
            Optional<byte[]> frame = receive(waitMillis);
            while (frame.isPresent()) {
                Optional<byte[]> payload = payload(frame.get(), answer);
                if (payload.isPresent()) {
                    return payload;
                }
                int left = (int) Duration.ofNanos(end - System.nanoTime()).toMillis();
                frame = left > 0 ? receive(left) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> payload(byte[] frame, PayloadType wanted) {
        try {
            return FrameKind.of(frame) == FrameKind.RMCP_PLUS && SessionHeader.decode(frame).payloadType() == wanted
                    ? Optional.of(SessionPacket.decode(frame, SessionKeys.NONE).payload())
                    : Optional.empty();
        } catch (MalformedIpmiMessage _) {
            return Optional.empty();
        }
    }

    /** Gives the place back, which BMCs have few of; one that does not hear it ends the session after a minute. */
    private void leave(int session) throws IOException, InterruptedException {
        var close = new CloseSession(session);
        byte[] message = IpmiLanMessage.request(close.netFn(), close.lun(), 1, close.command(), close.data()).encode();
        send(SessionPacket.inSession(SessionKeys.NONE, PayloadType.IPMI_MESSAGE, session, 1, message)
                .encode(SessionKeys.NONE));
        receive(CLOSE_MILLIS);
    }

    private void send(byte[] frame) throws IOException {
        socket.send(new DatagramPacket(frame, frame.length));
    }

    private Optional<byte[]> receive(int millis) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var packet = new DatagramPacket(new byte[Rmcp.LONGEST_DATAGRAM], Rmcp.LONGEST_DATAGRAM);
        socket.setSoTimeout(millis);
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
    }
}
