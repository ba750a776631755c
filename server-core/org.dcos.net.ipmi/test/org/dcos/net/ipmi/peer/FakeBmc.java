package org.dcos.net.ipmi.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.dcos.net.ipmi.command.CipherSuiteList;
import org.dcos.net.ipmi.command.ChannelAuthentication;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;
import org.dcos.net.ipmi.wire.SessionlessPacket;

/**
 * A BMC on a loopback address that speaks real RMCP+ and can be told to misbehave. User admin / Passw0rd. Commands are
 * answered by handlers of the test; unknown ones with C1h.
 */
public final class FakeBmc implements AutoCloseable {

    public static final String USER = "admin";
    public static final String PASSWORD = "Passw0rd";

    /** A request as it came in. */
    public record Received(int netFn, int command, int requestSequence, int sessionSequence, byte[] data) {}

    /** What leaves in place of an answer: usually the answer itself. */
    public interface Fault {
        List<byte[]> leave(byte[] answer);
    }

    private static final class Session {
        private CipherSuite suite;
        private int consoleId;
        private RakpExchange exchange;
        private byte[] sik;
        private SessionKeys keys = SessionKeys.NONE;
        private int sequence;
    }

    private final DatagramSocket socket;
    private final Thread thread;
    private final Random random = new Random(7);
    private final Map<Integer, Session> sessions = new HashMap<>();
    private final Map<Command, Function<byte[], IpmiAnswer>> handlers = new HashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile List<CipherSuite> suites = List.of(CipherSuite.SUITE_3, CipherSuite.SUITE_17);
    private volatile boolean ignoresUnknownSuites;
    private volatile Fault fault = List::of;
    private volatile boolean deaf;
    private volatile byte[] bmcKey = {};
    private int nextSession = 0x1000;

    /** @param data behind the completion code */
    public record IpmiAnswer(int completionCode, byte[] data) {
        public static IpmiAnswer ok(byte... data) {
            return new IpmiAnswer(CompletionCode.SUCCESS, data);
        }

        public static IpmiAnswer refuse(int code) {
            return new IpmiAnswer(code, new byte[0]);
        }
    }

    public FakeBmc() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.66.198.1"), 0));
        on(Command.SET_SESSION_PRIVILEGE_LEVEL, data -> IpmiAnswer.ok(data[0]));
        on(Command.CLOSE_SESSION, _ -> IpmiAnswer.ok());
        on(Command.GET_DEVICE_ID, _ -> IpmiAnswer.ok(new byte[] {0x20, 1, 2, 0x45, 2, (byte) 0x9F, 1, 0, 0, 1, 0}));
        thread = Thread.ofVirtual().name("fake-bmc").start(this::run);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Before the first request of the test. */
    public void on(Command command, Function<byte[], IpmiAnswer> handler) {
        synchronized (sessions) {
            handlers.put(command, handler);
        }
    }

    public void offer(CipherSuite... offered) {
        suites = List.of(offered);
    }

    /** Like BMCs that drop an Open Session with algorithms they do not know. */
    public void ignoreUnknownSuites() {
        ignoresUnknownSuites = true;
    }

    public void fault(Fault what) {
        fault = what;
    }

    /** "Two-key" logins: the BMC has a key of its own. */
    public void bmcKey(byte[] key) {
        bmcKey = key.clone();
    }

    public void deaf(boolean isDeaf) {
        deaf = isDeaf;
    }

    /** As after a restart: packets of old sessions are dropped. */
    public void forgetSessions() {
        synchronized (sessions) {
            sessions.clear();
        }
    }

    public int openSessions() {
        synchronized (sessions) {
            return sessions.size();
        }
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(Command command) {
        return received.stream().filter(r -> r.netFn() == command.netFn() && r.command() == command.code()).toList();
    }

    @Override
    public void close() throws InterruptedException {
        socket.close();
        thread.join();
    }

    private void run() {
        byte[] buffer = new byte[2048];
        try {
            while (true) {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                if (!deaf) {
                    answer(Arrays.copyOf(buffer, packet.getLength()), packet.getSocketAddress());
                }
            }
        } catch (SocketException _) {
            return; // closed
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(byte[] frame, SocketAddress to) throws IOException {
        byte[] answer;
        synchronized (sessions) {
            try {
                answer = FrameKind.of(frame) == FrameKind.IPMI_1_5 ? sessionless(frame) : rmcpPlus(frame);
            } catch (MalformedIpmiMessage _) {
                return;
            }
        }
        if (answer.length > 0) {
            for (byte[] leaving : fault.leave(answer)) {
                socket.send(new DatagramPacket(leaving, leaving.length, to));
            }
        }
    }

    private byte[] sessionless(byte[] frame) throws MalformedIpmiMessage {
        var request = IpmiLanMessage.decode(SessionlessPacket.decode(frame).message());
        byte[] data = request.data();
        if (request.command() == Command.GET_CHANNEL_AUTHENTICATION_CAPABILITIES.code()) {
            byte[] body = new ChannelAuthentication(1, 0x80, 0x14, 0x02, 0, 0).encode();
            return new SessionlessPacket(request.answer(0, body).encode()).encode();
        }
        if (request.command() == Command.GET_CHANNEL_CIPHER_SUITES.code()) {
            byte[] list = CipherSuiteList.records(suites);
            int from = Math.min((data[2] & 0x3F) * 16, list.length);
            byte[] piece = Arrays.copyOfRange(list, from, Math.min(from + 16, list.length));
            return new SessionlessPacket(request.answer(0, new CipherSuiteList(1, piece).encode()).encode()).encode();
        }
        return new SessionlessPacket(request.answer(CompletionCode.INVALID_COMMAND, new byte[0]).encode()).encode();
    }

    private byte[] rmcpPlus(byte[] frame) throws MalformedIpmiMessage {
        var header = SessionHeader.decode(frame);
        return switch (header.payloadType()) {
            case OPEN_SESSION_REQUEST -> open(OpenSessionRequest.decode(plain(frame)));
            case RAKP_1 -> rakp1(Rakp1.decode(plain(frame)));
            case RAKP_3 -> rakp3(Rakp3.decode(plain(frame)));
            case IPMI_MESSAGE -> command(header.sessionId(), frame);
            default -> new byte[0];
        };
    }

    private byte[] open(OpenSessionRequest request) {
        var suite = CipherSuite.of(request.algorithms()).filter(suites::contains);
        if (suite.isEmpty()) {
            return ignoresUnknownSuites ? new byte[0]
                    : setup(PayloadType.OPEN_SESSION_RESPONSE,
                            OpenSessionResponse.refusal(request, RakpStatus.NO_CIPHER_SUITE_MATCH).encode());
        }
        var session = new Session();
        session.suite = suite.get();
        session.consoleId = request.consoleSessionId();
        int id = nextSession++;
        sessions.put(id, session);
        return setup(PayloadType.OPEN_SESSION_RESPONSE, new OpenSessionResponse(request.tag(), 0, 4,
                request.consoleSessionId(), id, request.algorithms()).encode());
    }

    private byte[] rakp1(Rakp1 message) {
        Session session = sessions.get(message.bmcSessionId());
        if (session == null) {
            return setup(PayloadType.RAKP_2, Rakp2.refusal(message.tag(), RakpStatus.INVALID_SESSION_ID, 0).encode());
        }
        if (!USER.equals(new String(message.userName(), StandardCharsets.UTF_8))) {
            return setup(PayloadType.RAKP_2, Rakp2.refusal(message.tag(), RakpStatus.UNAUTHORIZED_NAME,
                    session.consoleId).encode());
        }
        byte[] bmcRandom = new byte[16];
        random.nextBytes(bmcRandom);
        byte[] guid = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        session.exchange = new RakpExchange(session.suite.authentication(), session.consoleId, message.bmcSessionId(),
                message.consoleRandom(), bmcRandom, guid, message.role(), message.userName());
        session.sik = RakpKeys.sessionIntegrityKey(session.exchange, bmcKey.length == 0 ? password() : bmcKey);
        return setup(PayloadType.RAKP_2, new Rakp2(message.tag(), 0, session.consoleId, bmcRandom, guid,
                RakpKeys.rakp2AuthCode(session.exchange, password())).encode());
    }

    private byte[] rakp3(Rakp3 message) {
        Session session = sessions.get(message.bmcSessionId());
        if (session == null || session.exchange == null || message.status() != 0) {
            sessions.remove(message.bmcSessionId());
            return new byte[0];
        }
        if (!MessageDigest.isEqual(message.authCode(), RakpKeys.rakp3AuthCode(session.exchange, password()))) {
            return setup(PayloadType.RAKP_4, Rakp4.refusal(message.tag(), RakpStatus.INVALID_INTEGRITY_CHECK_VALUE,
                    session.consoleId).encode());
        }
        session.keys = RakpKeys.sessionKeys(session.suite, session.sik);
        return setup(PayloadType.RAKP_4, new Rakp4(message.tag(), 0, session.consoleId,
                RakpKeys.rakp4CheckValue(session.exchange, session.suite, session.sik)).encode());
    }

    private byte[] command(int id, byte[] frame) throws MalformedIpmiMessage {
        Session session = sessions.get(id);
        if (session == null) {
            return new byte[0];
        }
        var packet = SessionPacket.decode(frame, session.keys);
        var request = IpmiLanMessage.decode(packet.payload());
        received.add(new Received(request.netFn(), request.command(), request.sequence(), packet.sequence(),
                request.data()));
        var handler = Command.of(request.netFn(), request.command()).map(handlers::get);
        var answer = handler.map(h -> h.apply(request.data()))
                .orElse(IpmiAnswer.refuse(CompletionCode.INVALID_COMMAND));
        if (request.command() == Command.CLOSE_SESSION.code() && request.netFn() == Command.CLOSE_SESSION.netFn()) {
            sessions.remove(id);
        }
        return SessionPacket.inSession(session.keys, PayloadType.IPMI_MESSAGE, session.consoleId, ++session.sequence,
                request.answer(answer.completionCode(), answer.data()).encode()).encode(session.keys);
    }

    private static byte[] plain(byte[] frame) throws MalformedIpmiMessage {
        return SessionPacket.decode(frame, SessionKeys.NONE).payload();
    }

    private static byte[] setup(PayloadType type, byte[] payload) {
        return SessionPacket.outsideSession(type, payload).encode(SessionKeys.NONE);
    }

    private static byte[] password() {
        return PASSWORD.getBytes(StandardCharsets.UTF_8);
    }
}
