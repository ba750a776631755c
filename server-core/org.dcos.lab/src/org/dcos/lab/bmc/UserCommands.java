package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.APPLICATION;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** Users and channels (IPMI v2.0 r1.1 §22.22 to §22.30). */
final class UserCommands {

    private static final int NAME_LENGTH = 16;
    /** §22.26 byte 1: bits 6:4 are to be set. */
    private static final int CHANGE_RIGHTS = 0x80;
    private static final int RIGHTS = 0x70;
    private static final int PASSWORD_TEST_FAILED = 0x80;
    private static final int PASSWORD_SIZE_DIFFERS = 0x81;
    private static final int LONG_PASSWORD = 0x80;
    private static final int SHORT = 16;
    private static final int LONG = 20;
    /** Channel mediums and protocols (§6.4, §6.5): 802.3 LAN with IPMB-1.0, system interface with KCS. */
    private static final int LAN_MEDIUM = 0x04;
    private static final int IPMB_PROTOCOL = 0x01;
    private static final int SYSTEM_INTERFACE_CHANNEL = 0x0F;
    private static final int SYSTEM_INTERFACE_MEDIUM = 0x0C;
    private static final int KCS_PROTOCOL = 0x05;
    private static final int MULTI_SESSION = 0x80;

    static void addTo(CommandTable table) {
        table.add(APPLICATION, 0x40, ADMINISTRATOR, UserCommands::setChannelAccess)
                .add(APPLICATION, 0x41, USER, UserCommands::channelAccess)
                .add(APPLICATION, 0x42, USER, UserCommands::channelInfo)
                .add(APPLICATION, 0x43, ADMINISTRATOR, UserCommands::setAccess)
                .add(APPLICATION, 0x44, OPERATOR, UserCommands::access)
                .add(APPLICATION, 0x45, ADMINISTRATOR, UserCommands::setName)
                .add(APPLICATION, 0x46, OPERATOR, UserCommands::name)
                .add(APPLICATION, 0x47, ADMINISTRATOR, UserCommands::setPassword);
    }

    /** §22.22; what holds now and what is kept are one; the privilege limit stays. */
    private static byte[] setChannelAccess(Bmc bmc, Request request) throws Refused {
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        if (request.at(1) >> 6 != 0) { // 00b: do not change
            bmc.settings().setChannelAccess(request.at(1) & 0x3F);
        }
        return Reply.EMPTY;
    }

    /** §22.23: access mode, privilege limit. */
    private static byte[] channelAccess(Bmc bmc, Request request) throws Refused {
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        return Reply.of(bmc.settings().channelAccess(), ADMINISTRATOR.code());
    }

    /** §22.24: channel, medium, protocol, sessions, vendor 7154 "IPMI", auxiliary. */
    private static byte[] channelInfo(Bmc bmc, Request request) throws Refused {
        int channel = request.at(0) & 0x0F;
        if (channel == SYSTEM_INTERFACE_CHANNEL) {
            return Reply.of(channel, SYSTEM_INTERFACE_MEDIUM, KCS_PROTOCOL, 0, 0xF2, 0x1B, 0, 0xFF, 0xFF);
        }
        SessionCommands.checkChannel(channel);
        int active = bmc.sessions().activeCount(bmc.elapsedMillis());
        return Reply.of(SessionCommands.LAN_CHANNEL, LAN_MEDIUM, IPMB_PROTOCOL, MULTI_SESSION | active, 0xF2, 0x1B, 0,
                0, 0);
    }

    /** §22.27: most users, enabled ones, users with fixed names, access. */
    private static byte[] access(Bmc bmc, Request request) throws Refused {
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        UserAccount user = bmc.users().ofId(request.at(1) & 0x3F);
        int enabled = bmc.users().enabledCount() | (user.isEnabled() ? 0x40 : 0x80); // bits 7:6: enabled, disabled
        return Reply.of(UserAccounts.MOST, enabled, 1, user.access());
    }

    /** §22.26. */
    private static byte[] setAccess(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(3);
        SessionCommands.checkChannel(request.at(0) & 0x0F);
        UserAccount user = bmc.users().ofId(request.at(1) & 0x3F);
        int limit = request.at(2) & 0x0F;
        if (limit != UserAccount.NO_ACCESS && PrivilegeLevel.of(limit).isEmpty()) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        if ((request.at(0) & CHANGE_RIGHTS) != 0) {
            user.allow(request.at(0) & RIGHTS);
        }
        user.limitTo(limit);
        return Reply.EMPTY;
    }

    /** §22.29. */
    private static byte[] name(Bmc bmc, Request request) throws Refused {
        byte[] ascii = bmc.users().ofId(request.at(0) & 0x3F).name().getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(ascii, NAME_LENGTH);
    }

    /** §22.28. The name of user 1 is fixed. */
    private static byte[] setName(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(1 + NAME_LENGTH);
        UserAccount user = bmc.users().ofId(request.at(0) & 0x3F);
        if (user.id() == 1) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        user.rename(text(request.from(1)));
        return Reply.EMPTY;
    }

    /** §22.30: disable, enable, set or test a password of 16 or 20 bytes. */
    private static byte[] setPassword(Bmc bmc, Request request) throws Refused {
        UserAccount user = bmc.users().ofId(request.at(0) & 0x3F);
        int operation = request.at(1) & 0x03;
        switch (operation) {
            case 0 -> user.enable(false);
            case 1 -> user.enable(true);
            default -> {
                int size = (request.at(0) & LONG_PASSWORD) != 0 ? LONG : SHORT;
                request.needAtLeast(2 + size);
                byte[] password = trimmed(Arrays.copyOf(request.from(2), size));
                if (operation == 2) {
                    user.setPassword(password);
                } else if (size == SHORT && user.password().length > SHORT) {
                    throw new Refused(PASSWORD_SIZE_DIFFERS);
                } else if (!MessageDigest.isEqual(password, user.password())) {
                    throw new Refused(PASSWORD_TEST_FAILED);
                }
            }
        }
        return Reply.EMPTY;
    }

    private static String text(byte[] padded) {
        return new String(trimmed(padded), StandardCharsets.US_ASCII);
    }

    private static byte[] trimmed(byte[] padded) {
        int length = padded.length;
        while (length > 0 && padded[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(padded, length);
    }

    private UserCommands() {}
}
