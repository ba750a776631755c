package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.APPLICATION;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.lab.plan.Seed;

/** Commands about the controller itself (IPMI v2.0 r1.1 §20, §22, §27). */
final class ApplicationCommands {

    private static final int DEVICE_ID = 0x20;
    private static final int DEVICE_REVISION = 0x01;
    private static final int IPMI_2_0 = 0x02;
    /** §20.1 byte 7: chassis, event generator and receiver, FRU inventory, SEL, SDR repository, sensors. */
    private static final int SUPPORTS = 0xBF;
    private static final int SELF_TEST_PASSED = 0x55;
    /** §22.2: System Event Logging is on. */
    private static final int LOGGING_ENABLED = 0x08;

    /** How long a restart takes (§20.2, §20.3); real controllers take up to minutes. */
    private static final long COLD_MILLIS = 6_000;
    private static final long WARM_MILLIS = 2_000;

    private static final int PARAMETER_NOT_SUPPORTED = 0x80;
    private static final int PARAMETER_REVISION = 0x11;
    /** System info parameters (§22.14a, table 22-16c). */
    private static final int SET_IN_PROGRESS = 0;
    private static final int FIRMWARE_VERSION = 1;
    private static final int SYSTEM_NAME = 2;
    private static final int LAST_NAME = 4;
    private static final int BLOCK_LENGTH = 16;

    static void addTo(CommandTable table) {
        table.add(APPLICATION, 0x01, USER, ApplicationCommands::deviceId)
                .add(APPLICATION, 0x02, ADMINISTRATOR, (bmc, _) -> bmc.restart(COLD_MILLIS))
                .add(APPLICATION, 0x03, ADMINISTRATOR, (bmc, _) -> bmc.restart(WARM_MILLIS))
                .add(APPLICATION, 0x04, USER, (_, _) -> Reply.of(SELF_TEST_PASSED, 0))
                .addOpen(APPLICATION, 0x08, (bmc, _) -> bmc.guid())
                .addOpen(APPLICATION, 0x37, (bmc, _) -> bmc.guid())
                .add(APPLICATION, 0x22, OPERATOR, ApplicationCommands::resetWatchdog)
                .add(APPLICATION, 0x24, OPERATOR, ApplicationCommands::setWatchdog)
                .add(APPLICATION, 0x25, USER, ApplicationCommands::watchdog)
                .add(APPLICATION, 0x2F, USER, (_, _) -> Reply.of(LOGGING_ENABLED))
                .add(APPLICATION, 0x31, ADMINISTRATOR, (_, _) -> Reply.of(0))
                .add(APPLICATION, 0x58, ADMINISTRATOR, ApplicationCommands::setSystemInfo)
                .add(APPLICATION, 0x59, USER, ApplicationCommands::systemInfo);
    }

    /** §20.1. */
    private static byte[] deviceId(Bmc bmc, Request request) {
        Manufacturer maker = bmc.server().hardware().manufacturer();
        int minor = firmwareMinor(bmc);
        return new Reply().add(DEVICE_ID, DEVICE_REVISION, firmwareMajor(maker), minor / 10 << 4 | minor % 10,
                IPMI_2_0, SUPPORTS).word(maker.enterprise()).add(maker.enterprise() >> 16).word(maker.productId())
                .doubleWord(0).data();
    }

    /** §27.5. */
    private static byte[] resetWatchdog(Bmc bmc, Request request) throws Refused {
        bmc.watchdog().start(bmc.elapsedMillis());
        return Reply.EMPTY;
    }

    /** §27.6. */
    private static byte[] setWatchdog(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(WatchdogTimer.LENGTH);
        bmc.watchdog().set(Arrays.copyOf(request.data(), WatchdogTimer.LENGTH), bmc.elapsedMillis());
        return Reply.EMPTY;
    }

    /** §27.7: the timer as it was set, and the present countdown. */
    private static byte[] watchdog(Bmc bmc, Request request) {
        return bmc.watchdog().state(bmc.elapsedMillis());
    }

    /** §22.14b: revision, then one block of a name. */
    private static byte[] systemInfo(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(4);
        int selector = request.at(1);
        if ((request.at(0) & 0x80) != 0) {
            return Reply.of(PARAMETER_REVISION);
        }
        if (selector == SET_IN_PROGRESS) {
            return Reply.of(PARAMETER_REVISION, 0);
        }
        if (selector > LAST_NAME || request.at(2) != 0) {
            throw new Refused(PARAMETER_NOT_SUPPORTED);
        }
        byte[] block = bmc.settings().systemInfo(selector).orElseGet(() -> block(text(bmc, selector)));
        return new Reply().add(PARAMETER_REVISION, 0).add(block).data();
    }

    /** §22.14a; only remembered. */
    private static byte[] setSystemInfo(Bmc bmc, Request request) throws Refused {
        int selector = request.at(0);
        if (selector == SET_IN_PROGRESS) {
            return Reply.EMPTY;
        }
        if (selector == FIRMWARE_VERSION || selector > LAST_NAME || request.at(1) != 0) {
            throw new Refused(PARAMETER_NOT_SUPPORTED);
        }
        bmc.settings().setSystemInfo(selector, Arrays.copyOf(request.from(2), BLOCK_LENGTH));
        return Reply.EMPTY;
    }

    private static String text(Bmc bmc, int selector) {
        Manufacturer maker = bmc.server().hardware().manufacturer();
        return switch (selector) {
            case FIRMWARE_VERSION -> "%d.%02d".formatted(firmwareMajor(maker), firmwareMinor(bmc));
            case SYSTEM_NAME -> bmc.server().name();
            default -> "Linux";
        };
    }

    /** First block: encoding (0 ASCII), length, text up to 14 bytes. */
    private static byte[] block(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(ascii.length, BLOCK_LENGTH - 2);
        byte[] block = new byte[BLOCK_LENGTH];
        block[1] = (byte) length;
        System.arraycopy(ascii, 0, block, 2, length);
        return block;
    }

    static String firmware(Bmc bmc) {
        return "%d.%02d".formatted(firmwareMajor(bmc.server().hardware().manufacturer()), firmwareMinor(bmc));
    }

    private static int firmwareMajor(Manufacturer maker) {
        return 3 + maker.ordinal();
    }

    private static int firmwareMinor(Bmc bmc) {
        return Seed.between(bmc.server().rack().name().hashCode(), 10, 79);
    }

    private ApplicationCommands() {}
}
