package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.dcos.net.ipmi.wire.CipherSuite;
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
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;

/** A remote console without a network: puts each datagram into a simulator and takes the answer out. */
final class TestConsole {

    private static final int CONSOLE_SESSION = 0xA0A1A2A3;

    private final BmcSimulator bmc;
    private final CipherSuite suite;
    private SessionKeys keys = SessionKeys.NONE;
    private int bmcSession;
    private int sequence;

    /** What a command was answered with. */
    record Answer(int completionCode, byte[] data) {}

    TestConsole(BmcSimulator bmc, CipherSuite suite) {
        this.bmc = bmc;
        this.suite = suite;
    }

    /** Logs in and raises the session to the level; the status of the first refusal, else NO_ERRORS. */
    RakpStatus logIn(String user, String password, PrivilegeLevel level) throws MalformedIpmiMessage {
        RakpStatus opened = open();
        if (opened != RakpStatus.NO_ERRORS) {
            return opened;
        }
        byte[] name = user.getBytes(StandardCharsets.US_ASCII);
        byte[] secret = password.getBytes(StandardCharsets.US_ASCII);
        byte[] random = new byte[Rakp1.RANDOM_LENGTH];
        Arrays.fill(random, (byte) 0x5A);
        int role = Rakp1.NAME_ONLY_LOOKUP | level.code();
        Rakp2 second = Rakp2.decode(setUp(PayloadType.RAKP_1, new Rakp1(1, bmcSession, random, role, name).encode()));
        if (second.status() != 0) {
            return RakpStatus.of(second.status()).orElseThrow();
        }
        var exchange = new RakpExchange(suite.authentication(), CONSOLE_SESSION, bmcSession, random,
                second.bmcRandom(), second.bmcGuid(), role, name);
        Rakp4 fourth = Rakp4.decode(setUp(PayloadType.RAKP_3,
                new Rakp3(2, 0, bmcSession, RakpKeys.rakp3AuthCode(exchange, secret)).encode()));
        if (fourth.status() == 0) {
            keys = RakpKeys.sessionKeys(suite, RakpKeys.sessionIntegrityKey(exchange, secret));
            send(0x06, 0x3B, level.code());
        }
        return RakpStatus.of(fourth.status()).orElseThrow();
    }

    /** Open Session alone. */
    RakpStatus open() throws MalformedIpmiMessage {
        var request = new OpenSessionRequest(0, PrivilegeLevel.HIGHEST, CONSOLE_SESSION, suite.algorithms());
        var response = OpenSessionResponse.decode(setUp(PayloadType.OPEN_SESSION_REQUEST, request.encode()));
        bmcSession = response.bmcSessionId();
        return RakpStatus.of(response.status()).orElseThrow();
    }

    /** A command in the session; empty when it is not answered. */
    Optional<Answer> send(int netFn, int command, int... data) throws MalformedIpmiMessage {
        return deliver(packet(netFn, command, data));
    }

    /** The datagram of a command, with the next session sequence number. */
    byte[] packet(int netFn, int command, int... data) {
        sequence++;
        byte[] message = IpmiLanMessage.request(netFn, 0, sequence & 0x3F, command, Reply.of(data)).encode();
        return SessionPacket.inSession(keys, PayloadType.IPMI_MESSAGE, bmcSession, sequence, message).encode(keys);
    }

    Optional<Answer> deliver(byte[] datagram) throws MalformedIpmiMessage {
        Optional<byte[]> answer = bmc.answer(datagram);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        byte[] message = SessionPacket.decode(answer.get(), keys).payload();
        byte[] data = IpmiLanMessage.decode(message).data();
        return Optional.of(new Answer(data[0] & 0xFF, Arrays.copyOfRange(data, 1, data.length)));
    }

    void skipSequence(int numbers) {
        sequence += numbers;
    }

    int bmcSession() {
        return bmcSession;
    }

    private byte[] setUp(PayloadType type, byte[] payload) throws MalformedIpmiMessage {
        byte[] datagram = SessionPacket.outsideSession(type, payload).encode(SessionKeys.NONE);
        return SessionPacket.decode(bmc.answer(datagram).orElseThrow(), SessionKeys.NONE).payload();
    }
}
