package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.SessionKeys;

/**
 * The sessions of one controller and the controller's side of their set-up (IPMI v2.0 r1.1 §13.14 to §13.24, status
 * codes of table 13-15). A wrong password shows as with a real controller: RAKP message 2 carries a code that the
 * console cannot verify, and RAKP message 3 made with it is answered with status 0Fh.
 */
final class SessionTable {

    static final int MOST = 6;
    /** §6.12.15: 60 seconds without a valid packet end a session. */
    static final long TIMEOUT_MILLIS = 60_000;
    /** A set-up that nobody goes on with. */
    static final long SET_UP_TIMEOUT_MILLIS = 10_000;

    private static final byte[] NOTHING = {};

    private final byte[] guid;
    private final RandomGenerator random;
    private final List<Session> sessions = new ArrayList<>(1);

    SessionTable(byte[] guid, RandomGenerator random) {
        this.guid = guid;
        this.random = random;
    }

    /** @param passwordless whether cipher suite 0 opens it too */
    OpenSessionResponse open(OpenSessionRequest request, boolean passwordless, long now) {
        PrivilegeLevel limit = request.privilege() == PrivilegeLevel.HIGHEST ? PrivilegeLevel.ADMINISTRATOR
                : PrivilegeLevel.of(request.privilege()).orElse(PrivilegeLevel.OEM);
        if (limit == PrivilegeLevel.OEM) {
            return OpenSessionResponse.refusal(request, RakpStatus.INVALID_ROLE);
        }
        Optional<CipherSuite> suite = CipherSuite.of(request.algorithms())
                .filter(each -> each.isSpoken() || passwordless && each == CipherSuite.SUITE_0);
        if (suite.isEmpty()) {
            return OpenSessionResponse.refusal(request, RakpStatus.NO_CIPHER_SUITE_MATCH);
        }
        if (request.consoleSessionId() == 0) {
            return OpenSessionResponse.refusal(request, RakpStatus.INVALID_SESSION_ID);
        }
        if (!makeRoom(now)) {
            return OpenSessionResponse.refusal(request, RakpStatus.INSUFFICIENT_RESOURCES);
        }
        var session = new Session(freeNumber(), freeId(), request.consoleSessionId(), suite.get(), limit, now);
        sessions.add(session);
        return new OpenSessionResponse(request.tag(), RakpStatus.NO_ERRORS.code(), limit.code(),
                session.consoleId(), session.id(), suite.get().algorithms());
    }

    Rakp2 challenge(Rakp1 message, UserAccounts users, long now) {
        Optional<Session> found = ofId(message.bmcSessionId(), now)
                .filter(each -> each.stage() != Session.Stage.ACTIVE);
        if (found.isEmpty()) {
            return Rakp2.refusal(message.tag(), RakpStatus.INVALID_SESSION_ID, 0);
        }
        Session session = found.get();
        Optional<PrivilegeLevel> role = PrivilegeLevel.of(message.role() & 0x0F);
        Optional<UserAccount> user = users.enabled(new String(message.userName(), StandardCharsets.UTF_8));
        RakpStatus status = role.isEmpty() || role.get().compareTo(session.limit()) > 0 ? RakpStatus.INVALID_ROLE
                : user.isEmpty() ? RakpStatus.UNAUTHORIZED_NAME
                : role.get().compareTo(user.get().limit().orElse(PrivilegeLevel.CALLBACK)) > 0
                        ? RakpStatus.UNAUTHORIZED_ROLE
                : RakpStatus.NO_ERRORS;
        if (status != RakpStatus.NO_ERRORS) {
            sessions.remove(session);
            return Rakp2.refusal(message.tag(), status, session.consoleId());
        }
        byte[] bmcRandom = new byte[Rakp1.RANDOM_LENGTH];
        random.nextBytes(bmcRandom);
        var exchange = new RakpExchange(session.suite().authentication(), session.consoleId(), session.id(),
                message.consoleRandom(), bmcRandom, guid, message.role(), message.userName());
        session.challenge(exchange, user.get(), role.get());
        session.use(now);
        return new Rakp2(message.tag(), RakpStatus.NO_ERRORS.code(), session.consoleId(), bmcRandom, guid,
                takesNoPassword(session) ? NOTHING : RakpKeys.rakp2AuthCode(exchange, session.password()));
    }

    /** Empty when the console gives the session up, which is not answered (§13.22). */
    Optional<Rakp4> activate(Rakp3 message, long now) {
        Optional<Session> found = ofId(message.bmcSessionId(), now);
        if (message.status() != RakpStatus.NO_ERRORS.code()) {
            found.filter(each -> each.stage() != Session.Stage.ACTIVE).ifPresent(sessions::remove);
            return Optional.empty();
        }
        // once more after activation: the console may not have got the first answer
        Optional<Session> challenged = found.filter(each -> each.stage() == Session.Stage.CHALLENGED
                || each.stage() == Session.Stage.ACTIVE && !each.hasSent());
        if (challenged.isEmpty()) {
            return Optional.of(Rakp4.refusal(message.tag(), RakpStatus.INVALID_SESSION_ID, 0));
        }
        Session session = challenged.get();
        if (takesNoPassword(session)) {
            session.activate(SessionKeys.NONE);
            session.use(now);
            return Optional.of(new Rakp4(message.tag(), RakpStatus.NO_ERRORS.code(), session.consoleId(), NOTHING));
        }
        byte[] expected = RakpKeys.rakp3AuthCode(session.exchange(), session.password());
        if (!MessageDigest.isEqual(expected, message.authCode())) {
            sessions.remove(session);
            return Optional.of(Rakp4.refusal(message.tag(), RakpStatus.INVALID_INTEGRITY_CHECK_VALUE,
                    session.consoleId()));
        }
        byte[] sik = RakpKeys.sessionIntegrityKey(session.exchange(), session.password());
        session.activate(RakpKeys.sessionKeys(session.suite(), sik));
        session.use(now);
        return Optional.of(new Rakp4(message.tag(), RakpStatus.NO_ERRORS.code(), session.consoleId(),
                RakpKeys.rakp4CheckValue(session.exchange(), session.suite(), sik)));
    }

    private static boolean takesNoPassword(Session session) {
        return session.suite() == CipherSuite.SUITE_0;
    }

    /** The session of that ID, as long as it has not timed out. */
    Optional<Session> ofId(int id, long now) {
        for (Session session : sessions) {
            if (session.id() == id && !isOver(session, now)) {
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    Optional<Session> ofNumber(int number, long now) {
        return sessions.stream().filter(each -> each.number() == number && !isOver(each, now)).findFirst();
    }

    void close(Session session) {
        sessions.remove(session);
    }

    void closeAll() {
        sessions.clear();
    }

    int activeCount(long now) {
        return (int) sessions.stream()
                .filter(each -> each.stage() == Session.Stage.ACTIVE && !isOver(each, now)).count();
    }

    /** Ends what has timed out, and if need be the oldest unfinished set-up, so that no flood locks others out. */
    private boolean makeRoom(long now) {
        sessions.removeIf(each -> isOver(each, now));
        if (sessions.size() >= MOST) {
            sessions.stream().filter(each -> each.stage() != Session.Stage.ACTIVE)
                    .min(Comparator.comparingLong(Session::lastUsed)).ifPresent(sessions::remove);
        }
        return sessions.size() < MOST;
    }

    private static boolean isOver(Session session, long now) {
        long limit = session.stage() == Session.Stage.ACTIVE ? TIMEOUT_MILLIS : SET_UP_TIMEOUT_MILLIS;
        return now - session.lastUsed() > limit;
    }

    private int freeNumber() {
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    private boolean isTaken(int number) {
        return sessions.stream().anyMatch(each -> each.number() == number);
    }

    private int freeId() {
        int id = random.nextInt();
        while (id == 0 || hasId(id)) {
            id = random.nextInt();
        }
        return id;
    }

    private boolean hasId(int id) {
        return sessions.stream().anyMatch(each -> each.id() == id);
    }
}
