package org.dcos.lab.bmc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.sol.SolPacket;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.NetFn;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.Presence;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;
import org.dcos.net.ipmi.wire.SessionlessPacket;

/**
 * One management controller that speaks RMCP+ as a real one does: datagram in, datagram or nothing out. It has no
 * socket and no thread of its own. Bytes that make no sense are not answered and change nothing.
 *
 * <p>Thread-safe: every method holds the controller's own lock for microseconds.
 */
public final class BmcSimulator {

    private final Bmc bmc;
    private Optional<LostAnswer> lost = Optional.empty();

    /** A command that is carried out and not answered. */
    private record LostAnswer(int netFn, int command) {}

    /**
     * @param address  what its LAN parameters say
     * @param user     name of the administrator
     * @param password the administrator's, at most 20 bytes
     * @param random   for session IDs and challenges; shared by many controllers, so thread-safe
     */
    public BmcSimulator(ServerPlan server, InetSocketAddress address, String user, String password, LabClock clock,
            RandomGenerator random) {
        this.bmc = new Bmc(server, address, new UserAccounts(user, password), clock, random);
    }

    public ServerPlan server() {
        return bmc.server();
    }

    /** The same controller for another protocol. */
    public SharedBmc shared() {
        return new SharedBmc(this, bmc);
    }

    /** The answer to one datagram; empty when a real controller would keep silent. */
    public synchronized Optional<byte[]> answer(byte[] datagram) {
        if (bmc.isStarting()) {
            return Optional.empty();
        }
        bmc.settle();
        try {
            return switch (FrameKind.of(datagram)) {
                case ASF -> answerPresence(datagram);
                case IPMI_1_5 -> answerMessage(SessionlessPacket.decode(datagram).message(), Session.NONE)
                        .map(message -> new SessionlessPacket(message).encode());
                case RMCP_PLUS -> answerPacket(datagram);
            };
        } catch (MalformedIpmiMessage _) {
            return Optional.empty(); // garbage, forged or cut: expected, and not answered
        }
    }

    /** Whether somebody has its server's console open, so that it may have something to send without being asked. */
    public synchronized boolean hasConsole() {
        return bmc.console().isPresent();
    }

    /** Whether a datagram, once it was answered, is of the session that has the console open. */
    public synchronized boolean isOfConsole(byte[] datagram) {
        return bmc.console().filter(link -> sessionOf(datagram) == link.owner().id()).isPresent();
    }

    /** 0 for none. */
    private static int sessionOf(byte[] datagram) {
        try {
            return FrameKind.of(datagram) == FrameKind.RMCP_PLUS ? SessionHeader.decode(datagram).sessionId() : 0;
        } catch (MalformedIpmiMessage _) {
            return 0;
        }
    }

    /**
     * The next datagram that it sends without being asked, to whom it sent last: characters of the server's console.
     */
    public synchronized Optional<byte[]> unasked() {
        if (bmc.isStarting()) {
            return Optional.empty();
        }
        bmc.isOn(); // a start that has happened meanwhile shows on the console
        return bmc.console().flatMap(link -> link.next(bmc.elapsedMillis()).map(packet -> sealed(link, packet)));
    }

    /** Chassis power as it is at this moment. */
    public synchronized boolean isOn() {
        return bmc.isOn();
    }

    /** Switches at once, as if somebody pulled or plugged the cord. */
    public synchronized void setPower(boolean on) {
        bmc.power().force(on, bmc.elapsedMillis());
    }

    /** In the sensor's unit as its controller shows it; state bits of a discrete sensor; empty when unavailable. */
    public synchronized OptionalDouble read(LabSensor sensor) {
        SensorBank.Reading reading = bmc.sensors().read(sensor, bmc.epochMillis(), bmc.isOn());
        if (!reading.available()) {
            return OptionalDouble.empty();
        }
        return bmc.layout().analog(sensor).map(analog -> analog.conversion().value(reading.raw()))
                .orElse(OptionalDouble.of(reading.states()));
    }

    /** Holds a sensor at a value, in its unit; the state bits of a discrete one. Others follow as physics has it. */
    public synchronized void pin(LabSensor sensor, double value) {
        bmc.sensors().pins().pin(sensor, value);
        bmc.sensors().readAll(bmc.epochMillis(), bmc.isOn());
    }

    /** Lets a pinned sensor go. */
    public synchronized void release(LabSensor sensor) {
        bmc.sensors().pins().release(sensor);
        bmc.sensors().readAll(bmc.epochMillis(), bmc.isOn());
    }

    public synchronized boolean isPinned(LabSensor sensor) {
        return bmc.sensors().pins().isPinned(sensor);
    }

    /** Entries of the System Event Log. */
    public synchronized int eventCount() {
        return bmc.log().size();
    }

    /** Changes the administrator's password, as somebody at the rack could have done. Open sessions go on. */
    public synchronized void setPassword(String password) {
        bmc.users().administrator().setPassword(password.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server's FRU says now. */
    public synchronized FruTexts fru() {
        return bmc.frus().texts();
    }

    /** Writes the server's FRU, as a repair shop or another machine in the slot would have it. */
    public synchronized void setFru(FruTexts texts) {
        bmc.frus().setTexts(texts);
    }

    /** Where its LAN parameters have put it; whoever has its socket follows. */
    public synchronized InetAddress lanAddress() {
        return bmc.lanAddress();
    }

    /** Opens it as some come from the factory: cipher suite 0 on, a nameless user on, no authentication allowed. */
    public synchronized void weaken() {
        bmc.weaken();
    }

    /** Lets cipher suite 0 in whatever its parameters say, as some firmware does. */
    public synchronized void ignoreCipherPrivileges() {
        bmc.ignoreCipherPrivileges();
    }

    /** Fills the event log up with entries of one sensor, and lets it hold as many. */
    public synchronized void addEvents(int count) {
        bmc.log().setMost(Math.max(bmc.log().most(), bmc.log().size() + count));
        for (int i = 0; i < count; i++) {
            int time = bmc.logSeconds() - count + i;
            bmc.log().add(new Reply().add(0x02).doubleWord(time).add(0x20, 0, 0x04, 0x01, 0x01, i % 2 == 0 ? 1 : 0x81,
                    0x59, 40 + i % 8, 42).data(), time);
        }
    }

    /** Starts the controller anew, as a firmware crash does: silent for a while, no session and no reservation left. */
    public synchronized void restart(Duration silent) {
        bmc.restart(silent.toMillis());
    }

    /** Takes a memory module or a power supply out, or puts it back: its inventory is there or not. */
    public synchronized void setPartPresent(int fruId, boolean present) {
        bmc.frus().setPresent(fruId, present);
    }

    /** Carries a command out from now on and does not answer it, as when the answer is lost on the way. */
    public synchronized void loseAnswersTo(int netFn, int command) {
        lost = Optional.of(new LostAnswer(netFn, command));
    }

    public synchronized void loseNoAnswers() {
        lost = Optional.empty();
    }

    public synchronized int activeSessions() {
        return bmc.sessions().activeCount(bmc.elapsedMillis());
    }

    private Optional<byte[]> answerPresence(byte[] datagram) throws MalformedIpmiMessage {
        return switch (Presence.decode(datagram)) {
            case Presence.Ping(int tag) -> Optional.of(Presence.Pong.ofIpmi(tag).encode());
            case Presence.Pong _ -> Optional.empty();
        };
    }

    private Optional<byte[]> answerPacket(byte[] datagram) throws MalformedIpmiMessage {
        SessionHeader header = SessionHeader.decode(datagram);
        if (header.sessionId() == 0) {
            return answerOutside(SessionPacket.decode(datagram, SessionKeys.NONE));
        }
        long now = bmc.elapsedMillis();
        Optional<Session> found = bmc.sessions().ofId(header.sessionId(), now)
                .filter(each -> each.stage() == Session.Stage.ACTIVE);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Session session = found.get();
        SessionPacket packet = SessionPacket.decode(datagram, session.keys());
        if (!session.accept(packet.sequence())) {
            return Optional.empty();
        }
        session.use(now);
        if (packet.payloadType() == PayloadType.SERIAL_OVER_LAN) {
            return consoleOf(session).flatMap(link -> answerConsole(link, packet.payload()));
        }
        if (packet.payloadType() != PayloadType.IPMI_MESSAGE) {
            return Optional.empty();
        }
        return answerMessage(packet.payload(), session).map(message -> SessionPacket.inSession(session.keys(),
                PayloadType.IPMI_MESSAGE, session.consoleId(), session.nextSequence(), message)
                .encode(session.keys()));
    }

    private Optional<SolLink> consoleOf(Session session) {
        return bmc.console().filter(link -> link.owner() == session);
    }

    private Optional<byte[]> answerConsole(SolLink link, byte[] payload) {
        try {
            return link.receive(SolPacket.decode(payload), bmc.isOn(), bmc.elapsedMillis())
                    .map(packet -> sealed(link, packet));
        } catch (MalformedIpmiMessage _) {
            return Optional.empty();
        }
    }

    private static byte[] sealed(SolLink link, SolPacket packet) {
        Session owner = link.owner();
        return SessionPacket.inSession(owner.keys(), PayloadType.SERIAL_OVER_LAN, owner.consoleId(),
                owner.nextSequence(), packet.encode()).encode(owner.keys());
    }

    private Optional<byte[]> answerOutside(SessionPacket packet) throws MalformedIpmiMessage {
        long now = bmc.elapsedMillis();
        SessionTable sessions = bmc.sessions();
        byte[] payload = packet.payload();
        return switch (packet.payloadType()) {
            case OPEN_SESSION_REQUEST -> outside(PayloadType.OPEN_SESSION_RESPONSE,
                    sessions.open(OpenSessionRequest.decode(payload), bmc.opensWithoutPassword(), now).encode());
            case RAKP_1 -> outside(PayloadType.RAKP_2,
                    sessions.challenge(Rakp1.decode(payload), bmc.users(), now).encode());
            case RAKP_3 -> sessions.activate(Rakp3.decode(payload), now).map(Rakp4::encode)
                    .flatMap(answer -> outside(PayloadType.RAKP_4, answer));
            case IPMI_MESSAGE -> answerMessage(payload, Session.NONE)
                    .flatMap(answer -> outside(PayloadType.IPMI_MESSAGE, answer));
            case SERIAL_OVER_LAN, OPEN_SESSION_RESPONSE, RAKP_2, RAKP_4 -> Optional.empty();
        };
    }

    private static Optional<byte[]> outside(PayloadType type, byte[] payload) {
        return Optional.of(SessionPacket.outsideSession(type, payload).encode(SessionKeys.NONE));
    }

    private Optional<byte[]> answerMessage(byte[] encoded, Session session) throws MalformedIpmiMessage {
        IpmiLanMessage message = IpmiLanMessage.decode(encoded);
        if (message.receiver() != IpmiLanMessage.BMC || NetFn.isResponse(message.netFn())) {
            return Optional.empty();
        }
        IpmiLanMessage answer = CommandTable.ALL.answer(bmc, message, session);
        return lost.filter(each -> each.netFn() == message.netFn() && each.command() == message.command()).isPresent()
                ? Optional.empty()
                : Optional.of(answer.encode());
    }
}
