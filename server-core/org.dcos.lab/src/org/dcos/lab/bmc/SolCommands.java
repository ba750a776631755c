package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.APPLICATION;
import static org.dcos.net.ipmi.wire.NetFn.TRANSPORT;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.PayloadType;

/** Serial over LAN: activation and configuration (IPMI v2.0 r1.1 §24, §26). There is one instance of the payload. */
final class SolCommands {

    private static final int REVISION = 0x11;
    private static final int NOT_SUPPORTED = 0x80;
    private static final int ALREADY_ACTIVE = 0x80;
    private static final int ALREADY_INACTIVE = 0x80;
    private static final int DISABLED = 0x81;
    private static final int TYPE_NOT_AVAILABLE = 0x80;
    private static final int SOL = PayloadType.SERIAL_OVER_LAN.code();
    private static final int INSTANCE = 1;
    /** Most bytes of a SOL payload, both ways. */
    private static final int PAYLOAD_SIZE = 0xC8;
    private static final int NO_VLAN = 0xFFFF;
    private static final int BAUD_115200 = 0x0A;

    static void addTo(CommandTable table) {
        table.add(APPLICATION, 0x48, USER, SolCommands::activate).add(APPLICATION, 0x49, USER, SolCommands::deactivate)
                .add(APPLICATION, 0x4A, USER, SolCommands::activationStatus)
                .add(APPLICATION, 0x4B, USER, SolCommands::instanceInfo)
                .add(APPLICATION, 0x4C, ADMINISTRATOR, (_, _) -> Reply.EMPTY)
                .add(APPLICATION, 0x4D, OPERATOR, (_, _) -> new Reply().word(2).word(0).data()) // all may use it
                .add(APPLICATION, 0x4E, USER, (_, _) -> new Reply().word(3).word(0x3F).word(0).word(0).data())
                .add(APPLICATION, 0x4F, USER, SolCommands::version)
                .add(TRANSPORT, 0x21, ADMINISTRATOR, SolCommands::set).add(TRANSPORT, 0x22, USER, SolCommands::get);
    }

    /** §24.1: auxiliary data, sizes both ways, port, VLAN. */
    private static byte[] activate(Bmc bmc, Request request) throws Refused {
        checkInstance(request);
        if (!bmc.settings().isSolEnabled()) {
            throw new Refused(DISABLED);
        }
        if (bmc.console().isPresent()) {
            throw new Refused(ALREADY_ACTIVE);
        }
        bmc.openConsole(request.session());
        return new Reply().doubleWord(0).word(PAYLOAD_SIZE).word(PAYLOAD_SIZE).word(bmc.address().getPort())
                .word(NO_VLAN).data();
    }

    /** §24.2: of whatever session has it. */
    private static byte[] deactivate(Bmc bmc, Request request) throws Refused {
        checkInstance(request);
        if (bmc.console().isEmpty()) {
            throw new Refused(ALREADY_INACTIVE);
        }
        bmc.closeConsole();
        return Reply.EMPTY;
    }

    /** §24.4: instances that there can be, and the active ones as bits. */
    private static byte[] activationStatus(Bmc bmc, Request request) throws Refused {
        boolean active = request.at(0) == SOL && bmc.console().isPresent();
        return Reply.of(INSTANCE, active ? 1 : 0, 0);
    }

    /** §24.5: session that has it, port. */
    private static byte[] instanceInfo(Bmc bmc, Request request) throws Refused {
        checkInstance(request);
        return new Reply().doubleWord(bmc.console().map(link -> link.owner().id()).orElse(0))
                .add(1, 0, 0, 0, 0, 0, 0, 0)
                .data();
    }

    /** §24.9: version 1.0 of IPMI messages and of SOL. */
    private static byte[] version(Bmc bmc, Request request) throws Refused {
        if (request.at(1) != PayloadType.IPMI_MESSAGE.code() && request.at(1) != SOL) {
            throw new Refused(TYPE_NOT_AVAILABLE);
        }
        return Reply.of(0x10);
    }

    /** §26.2: enabled or not; the rest is remembered by nobody. */
    private static byte[] set(Bmc bmc, Request request) throws Refused {
        switch (request.at(1)) {
            case 1 -> bmc.settings().setSolEnabled((request.at(2) & 1) != 0);
            case 0, 2, 3, 4, 5, 6 -> request.at(2);
            default -> throw new Refused(NOT_SUPPORTED);
        }
        return Reply.EMPTY;
    }

    /** §26.3. */
    private static byte[] get(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(4);
        return switch (request.at(1)) {
            case 0 -> Reply.of(REVISION, 0);
            case 1 -> Reply.of(REVISION, bmc.settings().isSolEnabled() ? 1 : 0);
            case 2 -> Reply.of(REVISION, USER.code() | 0xC0); // encrypted and authenticated
            case 3 -> Reply.of(REVISION, 12, 96);
            case 4 -> Reply.of(REVISION, 7, 50);
            case 5, 6 -> Reply.of(REVISION, BAUD_115200);
            case 7 -> Reply.of(REVISION, SessionCommands.LAN_CHANNEL);
            case 8 -> new Reply().add(REVISION).word(bmc.address().getPort()).data();
            default -> throw new Refused(NOT_SUPPORTED);
        };
    }

    private static void checkInstance(Request request) throws Refused {
        if (request.at(0) != SOL || request.at(1) != INSTANCE) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
    }

    private SolCommands() {}
}
