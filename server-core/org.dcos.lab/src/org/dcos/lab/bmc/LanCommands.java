package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.TRANSPORT;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** LAN configuration parameters (IPMI v2.0 r1.1 §23.1, §23.2, table 23-4). What is set is remembered and shown. */
final class LanCommands {

    private static final int REVISION = 0x11;
    private static final int REVISION_ONLY = 0x80;
    private static final int NOT_SUPPORTED = 0x80;
    private static final int READ_ONLY = 0x82;
    private static final int SET_IN_PROGRESS = 0;
    private static final int AUTHENTICATION_SUPPORT = 1;
    private static final int CIPHER_SUITE_COUNT = 22;
    private static final int CIPHER_SUITES = 23;
    /** ADMINISTRATOR for both suites, four bits each, first suite in the low half (table 23-4 parameter 24). */
    private static final int BOTH_ADMINISTRATOR = 0x44;

    static void addTo(CommandTable table) {
        table.add(TRANSPORT, 0x01, ADMINISTRATOR, LanCommands::set).add(TRANSPORT, 0x02, OPERATOR, LanCommands::get)
                .add(TRANSPORT, 0x22, OPERATOR, LanCommands::serialOverLan);
    }

    private static byte[] get(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(4);
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        if ((request.at(0) & REVISION_ONLY) != 0) {
            return Reply.of(REVISION);
        }
        int selector = request.at(1);
        byte[] data = bmc.settings().lanParameter(selector).or(() -> preset(bmc, selector))
                .orElseThrow(() -> new Refused(NOT_SUPPORTED));
        return new Reply().add(REVISION).add(data).data();
    }

    private static byte[] set(Bmc bmc, Request request) throws Refused {
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        int selector = request.at(1);
        byte[] preset = preset(bmc, selector).orElseThrow(() -> new Refused(NOT_SUPPORTED));
        if (selector == AUTHENTICATION_SUPPORT || selector == CIPHER_SUITE_COUNT || selector == CIPHER_SUITES) {
            throw new Refused(READ_ONLY);
        }
        if (selector != SET_IN_PROGRESS) {
            bmc.settings().setLanParameter(selector, Arrays.copyOf(request.from(2), preset.length));
        }
        return Reply.EMPTY;
    }

    /** Data behind the revision; empty for a parameter that is not supported. */
    private static Optional<byte[]> preset(Bmc bmc, int selector) {
        byte[] address = bmc.address().getAddress().getAddress();
        byte[] gateway = address.clone();
        gateway[gateway.length - 1] = (byte) 254;
        return Optional.ofNullable(switch (selector) {
            case SET_IN_PROGRESS -> Reply.of(0);
            case AUTHENTICATION_SUPPORT -> Reply.of(0); // no IPMI v1.5 sessions
            case 2 -> Reply.of(0, 0, 0, 0, 0);
            case 3 -> address;
            case 4 -> Reply.of(1); // static address
            case 5 -> bmc.macAddress();
            case 6 -> Reply.of(255, 255, 0, 0);
            case 7 -> Reply.of(0x40, 0x40, 0x10); // time to live, "don't fragment", type of service
            case 10 -> Reply.of(3);
            case 11 -> Reply.of(4);
            case 12 -> gateway;
            case 13, 15 -> new byte[6];
            case 14 -> new byte[4];
            case 16 -> Arrays.copyOf("public".getBytes(StandardCharsets.US_ASCII), 18);
            case 17 -> Reply.of(0); // no alert destinations
            case 20 -> Reply.of(0, 0); // VLAN off
            case 21 -> Reply.of(0);
            case CIPHER_SUITE_COUNT -> Reply.of(2);
            case CIPHER_SUITES -> Reply.of(0, 3, 17);
            case 24 -> Reply.of(0, BOTH_ADMINISTRATOR, 0, 0, 0, 0, 0, 0, 0);
            default -> null;
        });
    }

    /** SOL configuration (§26.3): there is, and it is off. */
    private static byte[] serialOverLan(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(4);
        return switch (request.at(1)) {
            case 0 -> Reply.of(REVISION, 0);
            case 1 -> Reply.of(REVISION, 0);
            case 2 -> Reply.of(REVISION, ADMINISTRATOR.code() | 0xC0);
            case 3 -> Reply.of(REVISION, 12, 96);
            case 4 -> Reply.of(REVISION, 7, 50);
            case 5, 6 -> Reply.of(REVISION, 0x0A); // 115.2 kbps
            case 7 -> Reply.of(REVISION, SessionCommands.LAN_CHANNEL);
            case 8 -> new Reply().add(REVISION).word(bmc.address().getPort()).data();
            default -> throw new Refused(NOT_SUPPORTED);
        };
    }

    private LanCommands() {}
}
