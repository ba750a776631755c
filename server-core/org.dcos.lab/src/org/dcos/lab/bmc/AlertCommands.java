package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.SENSOR_EVENT;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.util.Arrays;
import java.util.Optional;

import org.dcos.net.ipmi.wire.CompletionCode;

/** Platform event filtering (IPMI v2.0 r1.1 §30). What is set is remembered and shown; no trap leaves the lab. */
final class AlertCommands {

    private static final int PEF_VERSION = 0x51;
    private static final int ALERTS_AND_POWER = 0x2F; // alert, power down, reset, cycle, diagnostic interrupt
    private static final int REVISION = 0x11;
    private static final int REVISION_ONLY = 0x80;
    private static final int NOT_SUPPORTED = 0x80;
    private static final int READ_ONLY = 0x82;
    private static final int FILTERS = 16;
    private static final int POLICIES = 8;
    private static final int FILTER = 6;
    private static final int FILTER_FIRST_BYTE = 7;
    private static final int POLICY = 9;
    private static final int ALERT_STRING_KEYS = 12;
    private static final int LENGTH_OF_FILTER = 21;
    private static final int LENGTH_OF_POLICY = 4;
    private static final int ENTRY = 0x7F;

    static void addTo(CommandTable table) {
        table.add(SENSOR_EVENT, 0x10, USER, (_, _) -> Reply.of(PEF_VERSION, ALERTS_AND_POWER, FILTERS))
                .add(SENSOR_EVENT, 0x12, ADMINISTRATOR, AlertCommands::set)
                .add(SENSOR_EVENT, 0x13, OPERATOR, AlertCommands::get)
                .add(SENSOR_EVENT, 0x15, USER, (bmc, _) -> new Reply().doubleWord(bmc.log().lastAdded()).word(0xFFFF)
                        .word(0).word(0).data());
    }

    /** §30.4. */
    private static byte[] get(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(3);
        if ((request.at(0) & REVISION_ONLY) != 0) {
            return Reply.of(REVISION);
        }
        int selector = request.at(0) & 0x7F;
        int entry = isTable(selector) ? checked(selector, request.at(1) & ENTRY) : 0;
        if (selector == FILTER_FIRST_BYTE) {
            byte[] filter = bmc.settings().alerting(key(FILTER, entry)).orElseGet(() -> preset(FILTER, entry)
                    .orElseThrow());
            return new Reply().add(REVISION, entry, filter[1]).data();
        }
        byte[] data = bmc.settings().alerting(key(selector, entry)).or(() -> preset(selector, entry))
                .orElseThrow(() -> new Refused(NOT_SUPPORTED));
        return new Reply().add(REVISION).add(data).data();
    }

    /** §30.3. */
    private static byte[] set(Bmc bmc, Request request) throws Refused {
        int selector = request.at(0) & 0x7F;
        if (selector == 5 || selector == 8 || selector == 11) {
            throw new Refused(READ_ONLY);
        }
        int entry = isTable(selector) ? checked(selector, request.at(1) & ENTRY) : 0;
        byte[] preset = preset(selector == FILTER_FIRST_BYTE ? FILTER : selector, entry)
                .orElseThrow(() -> new Refused(NOT_SUPPORTED));
        if (selector == FILTER_FIRST_BYTE) {
            byte[] filter = bmc.settings().alerting(key(FILTER, entry)).orElse(preset);
            filter[1] = (byte) request.at(2);
            bmc.settings().setAlerting(key(FILTER, entry), filter);
        } else {
            request.needAtLeast(1 + preset.length);
            byte[] data = Arrays.copyOf(request.from(1), preset.length);
            if (isTable(selector)) {
                data[0] = (byte) entry;
            }
            bmc.settings().setAlerting(key(selector, entry), data);
        }
        return Reply.EMPTY;
    }

    private static boolean isTable(int selector) {
        return selector == FILTER || selector == FILTER_FIRST_BYTE || selector == POLICY
                || selector == ALERT_STRING_KEYS;
    }

    /** @throws Refused with CCh for an entry that the table does not have */
    private static int checked(int selector, int entry) throws Refused {
        int most = selector == POLICY ? POLICIES : selector == ALERT_STRING_KEYS ? 0 : FILTERS;
        if (selector == ALERT_STRING_KEYS ? entry != 0 : entry < 1 || entry > most) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        return entry;
    }

    /** Data behind the revision; empty for a parameter that is not supported. Filters are off, policies too. */
    private static Optional<byte[]> preset(int selector, int entry) {
        return Optional.ofNullable(switch (selector) {
            case 0, 1, 2, 3, 4 -> Reply.of(0);
            case 5 -> Reply.of(FILTERS);
            case FILTER -> Arrays.copyOf(Reply.of(entry), LENGTH_OF_FILTER);
            case 8 -> Reply.of(POLICIES);
            case POLICY -> Arrays.copyOf(Reply.of(entry), LENGTH_OF_POLICY);
            case 10 -> new byte[17];
            case 11 -> Reply.of(0); // no alert strings
            case ALERT_STRING_KEYS -> new byte[3];
            default -> null;
        });
    }

    private static int key(int selector, int entry) {
        return selector << 8 | entry;
    }

    private AlertCommands() {}
}
