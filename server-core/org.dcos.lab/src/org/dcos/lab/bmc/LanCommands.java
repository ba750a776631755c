package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.TRANSPORT;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.dcos.net.ipmi.wire.CompletionCode;

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
    private static final int CIPHER_SUITE_PRIVILEGES = 24;
    private static final int SOMEBODY_SETS = 0x81;
    private static final int IP_ADDRESS = 3;
    private static final int MAC_ADDRESS = 5;
    private static final int DESTINATION_COUNT = 17;
    private static final int DESTINATION_TYPE = 18;
    private static final int DESTINATION_ADDRESS = 19;
    /** Alert destinations beside the volatile one, number 0. */
    private static final int DESTINATIONS = 4;

    static void addTo(CommandTable table) {
        table.add(TRANSPORT, 0x01, ADMINISTRATOR, LanCommands::set).add(TRANSPORT, 0x02, OPERATOR, LanCommands::get);
    }

    private static byte[] get(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(4);
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        if ((request.at(0) & REVISION_ONLY) != 0) {
            return Reply.of(REVISION);
        }
        int selector = request.at(1);
        if (selector == SET_IN_PROGRESS) {
            return Reply.of(REVISION, bmc.settings().isSettingLan() ? 1 : 0);
        }
        int entry = entry(selector, request.at(2) & 0x0F);
        byte[] data = bmc.settings().lanParameter(key(selector, entry)).or(() -> preset(bmc, selector, entry))
                .orElseThrow(() -> new Refused(NOT_SUPPORTED));
        return new Reply().add(REVISION).add(data).data();
    }

    private static byte[] set(Bmc bmc, Request request) throws Refused {
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        int selector = request.at(1);
        if (selector == SET_IN_PROGRESS) {
            return setProgress(bmc, request.at(2) & 0x03);
        }
        int entry = entry(selector, request.at(2) & 0x0F);
        byte[] preset = preset(bmc, selector, entry).orElseThrow(() -> new Refused(NOT_SUPPORTED));
        switch (selector) {
            case AUTHENTICATION_SUPPORT, MAC_ADDRESS, DESTINATION_COUNT, CIPHER_SUITE_COUNT, CIPHER_SUITES ->
                    throw new Refused(READ_ONLY);
            default -> bmc.settings().setLanParameter(key(selector, entry),
                    Arrays.copyOf(request.from(2), preset.length));
        }
        if (!bmc.settings().isSettingLan()) {
            comeIntoForce(bmc);
        }
        return Reply.EMPTY;
    }

    /** 0 complete, 1 in progress, 2 commit. */
    private static byte[] setProgress(Bmc bmc, int state) throws Refused {
        boolean already = bmc.settings().isSettingLan();
        if (state == 1 && already) {
            throw new Refused(SOMEBODY_SETS);
        }
        bmc.settings().setSettingLan(state == 1);
        if (state != 1) {
            comeIntoForce(bmc);
        }
        return Reply.EMPTY;
    }

    /** A static address that was set is the controller's from now on. */
    static void comeIntoForce(Bmc bmc) {
        bmc.settings().lanParameter(key(IP_ADDRESS, 0)).ifPresent(bytes -> {
            try {
                bmc.moveTo(InetAddress.getByAddress(bytes));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an IPv4 address of %d bytes".formatted(bytes.length), e);
            }
        });
    }

    /** As it stands, of a parameter that is no table. */
    static byte[] parameter(Bmc bmc, int selector) {
        return bmc.settings().lanParameter(key(selector, 0)).or(() -> preset(bmc, selector, 0)).orElseThrow();
    }

    /** Suite 0 is the first of its suites, and its level is in the low half of the byte behind the reserved one. */
    static boolean suite0IsOn(Bmc bmc) {
        return (parameter(bmc, CIPHER_SUITE_PRIVILEGES)[1] & 0x0F) != 0;
    }

    /** Comes into force with {@link #comeIntoForce}. */
    static void setParameter(Bmc bmc, int selector, byte[] data) {
        bmc.settings().setLanParameter(key(selector, 0), data);
    }

    /** The number of an alert destination; 0 for parameters that are no table. */
    private static int entry(int selector, int given) throws Refused {
        boolean table = selector == DESTINATION_TYPE || selector == DESTINATION_ADDRESS;
        if (table && given > DESTINATIONS) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        return table ? given : 0;
    }

    private static int key(int selector, int entry) {
        return selector << 8 | entry;
    }

    /** Data behind the revision; empty for a parameter that is not supported. */
    private static Optional<byte[]> preset(Bmc bmc, int selector, int entry) {
        byte[] address = bmc.lanAddress().getAddress();
        byte[] gateway = address.clone();
        gateway[gateway.length - 1] = (byte) 254;
        return Optional.ofNullable(switch (selector) {
            case AUTHENTICATION_SUPPORT -> Reply.of(0); // no IPMI v1.5 sessions
            case 2 -> bmc.isWeak() ? Reply.of(0, 1, 1, 1, 0) : Reply.of(0, 0, 0, 0, 0);
            case IP_ADDRESS -> address;
            case 4 -> Reply.of(1); // static address
            case MAC_ADDRESS -> bmc.macAddress();
            case 6 -> Reply.of(255, 255, 0, 0);
            case 7 -> Reply.of(0x40, 0x40, 0x10); // time to live, "don't fragment", type of service
            case 10 -> Reply.of(3);
            case 11 -> Reply.of(4);
            case 12 -> gateway;
            case 13, 15 -> new byte[6];
            case 14 -> new byte[4];
            case 16 -> Arrays.copyOf("public".getBytes(StandardCharsets.US_ASCII), 18);
            case DESTINATION_COUNT -> Reply.of(DESTINATIONS);
            case DESTINATION_TYPE -> Reply.of(entry, 0, 3, 3);
            case DESTINATION_ADDRESS -> Arrays.copyOf(Reply.of(entry), 13);
            case 20 -> Reply.of(0, 0); // VLAN off
            case 21 -> Reply.of(0);
            case CIPHER_SUITE_COUNT -> Reply.of(3);
            case CIPHER_SUITES -> Reply.of(0, 0, 3, 17);
            case CIPHER_SUITE_PRIVILEGES -> Reply.of(0, bmc.isWeak() ? 0x44 : 0x40, 0x04, 0, 0, 0, 0, 0, 0);
            default -> null;
        });
    }

    private LanCommands() {}
}
