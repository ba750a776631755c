package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Power and health of the chassis (IPMI v2.0 r1.1 §28.2, table 28-3).
 *
 * @param power     bit 0 on, 1 overload, 2 interlock, 3 fault, 4 control fault, 6:5 restore policy
 * @param lastEvent bit 0 AC failed, 1 overload, 2 interlock, 3 fault, 4 turned on by IPMI
 * @param misc      bit 0 intrusion, 1 front panel lockout, 2 drive fault, 3 cooling fault, 5:4 identify state, 6
 *                  identify state is reported
 */
public record ChassisStatus(int power, int lastEvent, int misc) {

    private static final int LENGTH = 3;

    /** What happens when AC returns (bits 6:5). */
    public enum RestorePolicy {
        ALWAYS_OFF, PREVIOUS, ALWAYS_ON, UNKNOWN
    }

    /** Chassis identify (bits 5:4 of the third byte, valid with bit 6). */
    public enum IdentifyState {
        OFF, ON_FOR_A_WHILE, ON, UNKNOWN
    }

    /** Get Chassis Status. */
    public record Get() implements StandardRequest<ChassisStatus> {
        @Override
        public Command spec() {
            return Command.GET_CHASSIS_STATUS;
        }

        @Override
        public ChassisStatus decode(byte[] answer) throws MalformedIpmiMessage {
            return ChassisStatus.decode(answer);
        }
    }

    public boolean isOn() {
        return (power & 0x01) != 0;
    }

    public boolean hasPowerOverload() {
        return (power & 0x02) != 0;
    }

    public boolean hasPowerFault() {
        return (power & 0x08) != 0;
    }

    public boolean hasPowerControlFault() {
        return (power & 0x10) != 0;
    }

    public RestorePolicy restorePolicy() {
        return RestorePolicy.values()[power >> 5 & 0x03];
    }

    public boolean isIntruded() {
        return (misc & 0x01) != 0;
    }

    public boolean hasDriveFault() {
        return (misc & 0x04) != 0;
    }

    public boolean hasCoolingFault() {
        return (misc & 0x08) != 0;
    }

    public IdentifyState identifyState() {
        return (misc & 0x40) == 0 ? IdentifyState.UNKNOWN : IdentifyState.values()[misc >> 4 & 0x03];
    }

    public byte[] encode() {
        return new byte[] {(byte) power, (byte) lastEvent, (byte) misc};
    }

    static ChassisStatus decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_CHASSIS_STATUS, answer, LENGTH);
        return new ChassisStatus(Answers.u8(in), Answers.u8(in), Answers.u8(in));
    }
}
