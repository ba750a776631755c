package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.GROUP_EXTENSION;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The power meter of DCMI (Data Center Manageability Interface v1.5 §6.6.1), the one command of it that is here. */
final class PowerMeterCommands {

    private static final int DCMI = 0xDC;
    private static final int SYSTEM_POWER_STATISTICS = 0x01;
    private static final int ACTIVE = 0x40;
    private static final int PERIOD_MILLIS = 1_000;

    static void addTo(CommandTable table) {
        table.add(GROUP_EXTENSION, 0x02, USER, PowerMeterCommands::reading);
    }

    /** Watts now, least, most, average; time, period, state. */
    private static byte[] reading(Bmc bmc, Request request) throws Refused {
        if (request.at(0) != DCMI) {
            throw new Refused(CompletionCode.INVALID_COMMAND);
        }
        if (request.at(1) != SYSTEM_POWER_STATISTICS) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        boolean on = bmc.isOn();
        long now = bmc.epochMillis();
        int watts = (int) Math.round(bmc.sensors().value(LabSensor.PSU1_POWER, now, on)
                + bmc.sensors().value(LabSensor.PSU2_POWER, now, on));
        return new Reply().add(DCMI).word(watts).word(watts).word(watts).word(watts).doubleWord(bmc.logSeconds())
                .doubleWord(PERIOD_MILLIS).add(ACTIVE).data();
    }

    private PowerMeterCommands() {}
}
