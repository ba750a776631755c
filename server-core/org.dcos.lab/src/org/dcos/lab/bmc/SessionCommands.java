package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.APPLICATION;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.CALLBACK;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.util.Optional;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** Commands that find out about log-in, and about sessions (IPMI v2.0 r1.1 §22.13 to §22.20). */
final class SessionCommands {

    /** The only LAN channel; 0Eh in a request is "this one". */
    static final int LAN_CHANNEL = 1;
    static final int THIS_CHANNEL = 0x0E;

    private static final int EXTENDED_DATA = 0x80;
    /** §22.13 byte 3: IPMI v2.0 extended capabilities are given; no IPMI v1.5 session types. */
    private static final int EXTENDED_CAPABILITIES = 0x80;
    /** §22.13 byte 4: non-null user names enabled. */
    private static final int NAMES_ENABLED = 0x04;
    /** §22.13 byte 5: the channel supports IPMI v2.0 connections. */
    private static final int RMCP_PLUS = 0x02;
    /** §22.15: standard suites 3 and 17 as records: start, ID, authentication, integrity, confidentiality. */
    private static final byte[] SUITES = Reply.of(0xC0, 3, 0x01, 0x41, 0x81, 0xC0, 17, 0x03, 0x44, 0x81);
    private static final int SUITES_PER_ANSWER = 16;

    // Command-specific completion codes.
    private static final int LEVEL_NOT_AVAILABLE = 0x80;
    private static final int LEVEL_ABOVE_LIMIT = 0x81;
    private static final int INVALID_SESSION_ID = 0x87;

    // Session index of Get Session Info.
    private static final int THIS_SESSION = 0x00;
    private static final int BY_HANDLE = 0xFE;
    private static final int BY_ID = 0xFF;

    static void addTo(CommandTable table) {
        table.addOpen(APPLICATION, 0x38, SessionCommands::authenticationCapabilities)
                .addOpen(APPLICATION, 0x54, SessionCommands::cipherSuites)
                .add(APPLICATION, 0x3B, CALLBACK, SessionCommands::setPrivilege)
                .add(APPLICATION, 0x3C, CALLBACK, SessionCommands::close)
                .add(APPLICATION, 0x3D, USER, SessionCommands::info);
    }

    /** §22.13. */
    private static byte[] authenticationCapabilities(Bmc bmc, Request request) throws Refused {
        checkChannel(request.at(0) & 0x0F);
        if (PrivilegeLevel.of(request.at(1) & 0x0F).isEmpty()) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        boolean extended = (request.at(0) & EXTENDED_DATA) != 0;
        return Reply.of(LAN_CHANNEL, extended ? EXTENDED_CAPABILITIES : 0, NAMES_ENABLED, extended ? RMCP_PLUS : 0,
                0, 0, 0, 0);
    }

    /** §22.15: up to 16 bytes of the list, by index. */
    private static byte[] cipherSuites(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(3);
        checkChannel(request.at(0) & 0x0F);
        int from = Math.min((request.at(2) & 0x3F) * SUITES_PER_ANSWER, SUITES.length);
        return new Reply().add(LAN_CHANNEL).add(SUITES, from, Math.min(SUITES_PER_ANSWER, SUITES.length - from))
                .data();
    }

    /** §22.18: level that the session is at now; 0 only asks. */
    private static byte[] setPrivilege(Bmc bmc, Request request) throws Refused {
        int code = request.at(0) & 0x0F;
        Session session = request.session();
        if (code != 0) {
            PrivilegeLevel level = PrivilegeLevel.of(code).filter(each -> each != CALLBACK)
                    .orElseThrow(() -> new Refused(LEVEL_NOT_AVAILABLE));
            if (level.compareTo(session.limit()) > 0) {
                throw new Refused(LEVEL_ABOVE_LIMIT);
            }
            session.setLevel(level);
        }
        return Reply.of(session.level().code());
    }

    /** §22.19. An administrator may end the sessions of others. */
    private static byte[] close(Bmc bmc, Request request) throws Refused {
        int id = request.doubleWordAt(0);
        Session own = request.session();
        Session closing = id == 0 && request.length() > 4
                ? bmc.sessions().ofNumber(request.at(4), bmc.elapsedMillis())
                        .orElseThrow(() -> new Refused(INVALID_SESSION_ID))
                : bmc.sessions().ofId(id, bmc.elapsedMillis()).orElseThrow(() -> new Refused(INVALID_SESSION_ID));
        if (closing != own && own.level() != PrivilegeLevel.ADMINISTRATOR) {
            throw new Refused(CompletionCode.INSUFFICIENT_PRIVILEGE);
        }
        bmc.sessions().close(closing);
        return Reply.EMPTY;
    }

    /** §22.20: handle, most, active; then, if there is such a session: user, level, channel. */
    private static byte[] info(Bmc bmc, Request request) throws Refused {
        long now = bmc.elapsedMillis();
        int index = request.at(0);
        var session = switch (index) {
            case THIS_SESSION -> Optional.of(request.session());
            case BY_HANDLE -> bmc.sessions().ofNumber(request.at(1), now);
            case BY_ID -> bmc.sessions().ofId(request.doubleWordAt(1), now);
            default -> bmc.sessions().ofNumber(index, now);
        };
        var reply = new Reply().add(session.map(Session::number).orElse(0), SessionTable.MOST,
                bmc.sessions().activeCount(now));
        session.ifPresent(found -> reply.add(found.userId(), found.level().code(), 0x10 | LAN_CHANNEL));
        return reply.data();
    }

    /** @throws Refused with CCh for a channel that is not there */
    static void checkChannel(int channel) throws Refused {
        if (channel != LAN_CHANNEL && channel != THIS_CHANNEL) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
    }

    private SessionCommands() {}
}
