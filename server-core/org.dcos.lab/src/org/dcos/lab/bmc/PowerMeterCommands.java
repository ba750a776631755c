package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.GROUP_EXTENSION;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.util.Arrays;
import java.util.Optional;

import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.wire.CompletionCode;

/** Power meter and power limit of DCMI (Data Center Manageability Interface v1.5 §6.1, §6.6). */
final class PowerMeterCommands {

    private static final int DCMI = 0xDC;
    private static final int SYSTEM_POWER_STATISTICS = 0x01;
    private static final int ACTIVE = 0x40;
    private static final int PERIOD_MILLIS = 1_000;
    private static final int REVISION = 0x02;
    private static final int POWER_MANAGEMENT = 0x01;
    private static final int NO_ACTIVE_LIMIT = 0x80;
    private static final int LIMIT_OUT_OF_RANGE = 0x84;
    /** §6.6.3 behind group and reserved bytes: exception, watts, correction time, reserved, sampling. */
    private static final int LIMIT_LENGTH = 11;
    private static final int LIMIT_AT = 4;

    static void addTo(CommandTable table) {
        table.add(GROUP_EXTENSION, 0x01, USER, PowerMeterCommands::capabilities)
                .add(GROUP_EXTENSION, 0x02, USER, PowerMeterCommands::reading)
                .add(GROUP_EXTENSION, 0x03, USER, PowerMeterCommands::limit)
                .add(GROUP_EXTENSION, 0x04, OPERATOR, PowerMeterCommands::setLimit)
                .add(GROUP_EXTENSION, 0x05, OPERATOR, PowerMeterCommands::activateLimit);
    }

    /** §6.1.1: version 1.5, then what of it there is, by parameter. */
    private static byte[] capabilities(Bmc bmc, Request request) throws Refused {
        checkGroup(request);
        var reply = new Reply().add(DCMI, 1, 5, REVISION);
        return switch (request.at(1)) {
            case 1 -> reply.add(0, POWER_MANAGEMENT, 0x07).data(); // serial, in-band and out-of-band access
            case 2 -> reply.word(0x8000 | bmc.log().most()).add(0, 0, 1).data(); // log wraps, no asset tag, 1 s
            case 3 -> reply.add(0x20, 0x00).data(); // power management at the controller itself
            case 4 -> reply.add(SessionCommands.LAN_CHANNEL, 0xFF, 0xFF).data();
            case 5 -> reply.add(1, 5).data(); // one averaging period, of 5 s
            default -> throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        };
    }

    /** §6.6.1: watts now, least, most, average; time, period, state. */
    private static byte[] reading(Bmc bmc, Request request) throws Refused {
        checkGroup(request);
        if (request.at(1) != SYSTEM_POWER_STATISTICS) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        int watts = watts(bmc);
        return new Reply().add(DCMI).word(watts).word(watts).word(watts).word(watts).doubleWord(bmc.logSeconds())
                .doubleWord(PERIOD_MILLIS).add(ACTIVE).data();
    }

    private static int watts(Bmc bmc) {
        boolean on = bmc.isOn();
        long now = bmc.epochMillis();
        int drawn = (int) Math.round(bmc.sensors().value(LabSensor.PSU1_POWER, now, on)
                + bmc.sensors().value(LabSensor.PSU2_POWER, now, on));
        return bmc.powerLimit().filter(Bmc.PowerLimit::active).map(limit -> Math.min(drawn, limit.watts()))
                .orElse(drawn);
    }

    /** §6.6.2: two reserved bytes, then as set; one that is not active is told with code 80h. */
    private static byte[] limit(Bmc bmc, Request request) throws Refused {
        checkGroup(request);
        byte[] setting = bmc.powerLimit().map(Bmc.PowerLimit::setting).orElse(new byte[LIMIT_LENGTH]);
        byte[] answer = new Reply().add(DCMI).word(0).add(setting).data();
        if (bmc.powerLimit().filter(Bmc.PowerLimit::active).isEmpty()) {
            throw new Refused(NO_ACTIVE_LIMIT, answer);
        }
        return answer;
    }

    /** §6.6.3. A limit below what the server takes when idle cannot be held. */
    private static byte[] setLimit(Bmc bmc, Request request) throws Refused {
        checkGroup(request);
        request.needAtLeast(LIMIT_AT + LIMIT_LENGTH);
        byte[] setting = Arrays.copyOf(request.from(LIMIT_AT), LIMIT_LENGTH);
        boolean active = bmc.powerLimit().filter(Bmc.PowerLimit::active).isPresent();
        var limit = new Bmc.PowerLimit(setting, active);
        if (limit.watts() < bmc.server().hardware().idleWatts()) {
            throw new Refused(LIMIT_OUT_OF_RANGE);
        }
        bmc.setPowerLimit(Optional.of(limit));
        return Reply.of(DCMI);
    }

    /** §6.6.4. */
    private static byte[] activateLimit(Bmc bmc, Request request) throws Refused {
        checkGroup(request);
        boolean active = request.at(1) == 1;
        var set = bmc.powerLimit();
        if (active && set.isEmpty()) {
            throw new Refused(CompletionCode.NOT_IN_THIS_STATE);
        }
        bmc.setPowerLimit(set.map(limit -> new Bmc.PowerLimit(limit.setting(), active)));
        return Reply.of(DCMI);
    }

    private static void checkGroup(Request request) throws Refused {
        if (request.at(0) != DCMI) {
            throw new Refused(CompletionCode.INVALID_COMMAND);
        }
    }

    private PowerMeterCommands() {}
}
