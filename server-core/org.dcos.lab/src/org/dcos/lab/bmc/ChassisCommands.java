package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.APPLICATION;
import static org.dcos.net.ipmi.wire.NetFn.CHASSIS;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/** Chassis commands (IPMI v2.0 r1.1 §28). */
final class ChassisCommands {

    /** Seconds that Chassis Identify lasts when the request does not say (§28.5). */
    private static final int IDENTIFY_SECONDS = 15;
    /** Power restore policies that there are (§28.8): three. */
    private static final int POLICIES = 0x07;
    private static final int NO_CHANGE = 3;
    private static final int MINUTES_PER_COUNT = 60;
    private static final int IDENTIFY_SUPPORTED = 0x40;

    static void addTo(CommandTable table) {
        table.add(CHASSIS, 0x00, USER, (_, _) -> capabilities()).add(CHASSIS, 0x01, USER, ChassisCommands::status)
                .add(CHASSIS, 0x02, OPERATOR, ChassisCommands::control)
                .add(CHASSIS, 0x04, OPERATOR, ChassisCommands::identify)
                .add(CHASSIS, 0x06, OPERATOR, ChassisCommands::setRestorePolicy)
                .add(CHASSIS, 0x07, USER, (bmc, _) -> Reply.of(bmc.settings().restartCause(), 1))
                .add(CHASSIS, 0x08, OPERATOR, ChassisCommands::setBootOption)
                .add(CHASSIS, 0x09, OPERATOR, ChassisCommands::bootOption)
                .add(CHASSIS, 0x0A, ADMINISTRATOR, (_, _) -> Reply.EMPTY)
                .add(CHASSIS, 0x0F, USER, ChassisCommands::powerOnHours)
                .add(APPLICATION, 0x06, ADMINISTRATOR, (_, _) -> Reply.EMPTY)
                .add(APPLICATION, 0x07, USER, (bmc, _) -> Reply.of(bmc.isOn() ? 0 : 5, 0)); // S0/G0 or S5/G2, D0
    }

    /** §28.1: no intrusion or front panel lockout; everything is at the controller's address. */
    private static byte[] capabilities() {
        return Reply.of(0, IpmiLanMessage.BMC, IpmiLanMessage.BMC, IpmiLanMessage.BMC, IpmiLanMessage.BMC,
                IpmiLanMessage.BMC);
    }

    /** §28.2: power, last event, state, front panel buttons. */
    private static byte[] status(Bmc bmc, Request request) {
        int power = (bmc.isOn() ? 1 : 0) | bmc.settings().powerRestorePolicy() << 5;
        int lastEvent = bmc.settings().restartCause() == 0 ? 0 : 0x10;
        return Reply.of(power, lastEvent, IDENTIFY_SUPPORTED | bmc.identifyState() << 4, 0);
    }

    /** §28.3. Cycle, reset, diagnostic interrupt and shutdown need a running host, else D5h. */
    private static byte[] control(Bmc bmc, Request request) throws Refused {
        int order = request.at(0) & 0x0F;
        long now = bmc.elapsedMillis();
        boolean on = bmc.isOn();
        if (order >= 2 && order <= 5 && !on) {
            throw new Refused(CompletionCode.NOT_IN_THIS_STATE);
        }
        ChassisPower power = bmc.power();
        switch (order) {
            case 0 -> power.turnOff(now);
            case 1 -> power.turnOn(now);
            case 2 -> power.cycle(now);
            case 3 -> power.reset(now);
            case 4 -> {} // diagnostic interrupt: nobody is there to be interrupted
            case 5 -> power.shutDown(now);
            default -> throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        bmc.settings().controlled();
        return Reply.EMPTY;
    }

    /** §28.5: seconds, force. */
    private static byte[] identify(Bmc bmc, Request request) throws Refused {
        int seconds = request.length() > 0 ? request.at(0) : IDENTIFY_SECONDS;
        bmc.identify(seconds, request.length() > 1 && (request.at(1) & 1) != 0);
        return Reply.EMPTY;
    }

    /** §28.8. */
    private static byte[] setRestorePolicy(Bmc bmc, Request request) throws Refused {
        int policy = request.at(0) & 0x07;
        if (policy > NO_CHANGE) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        if (policy != NO_CHANGE) {
            bmc.settings().setPowerRestorePolicy(policy);
        }
        return Reply.of(POLICIES);
    }

    /** §28.12. */
    private static byte[] setBootOption(Bmc bmc, Request request) throws Refused {
        bmc.isOn(); // a start that has happened meanwhile uses the flags that were set before it
        bmc.boot().set(request.at(0), request.from(1));
        return Reply.EMPTY;
    }

    /** §28.13. */
    private static byte[] bootOption(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(3);
        bmc.isOn();
        return bmc.boot().get(request.at(0) & 0x7F);
    }

    /** §28.14: minutes per count, count. */
    private static byte[] powerOnHours(Bmc bmc, Request request) {
        return new Reply().add(MINUTES_PER_COUNT).doubleWord(bmc.powerOnMinutes() / MINUTES_PER_COUNT).data();
    }

    private ChassisCommands() {}
}
