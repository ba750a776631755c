package org.dcos.net.ipmi.dcmi;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What of DCMI a controller has (DCMI v1.5 §6.1.1, table 6-3, parameter 1).
 *
 * @param major    of the version it keeps to
 * @param minor    of the version it keeps to
 * @param optional bit 0 of the second byte: power management
 */
public record DcmiCapabilities(int major, int minor, int optional) {

    private static final int SUPPORTED = 1;
    private static final int POWER_MANAGEMENT = 0x01;

    /** Get DCMI Capabilities Info of the supported ones. */
    public record Get() implements DcmiRequest<DcmiCapabilities> {
        @Override
        public Command spec() {
            return Command.GET_DCMI_CAPABILITIES;
        }

        @Override
        public byte[] data() {
            return new byte[] {GROUP, SUPPORTED};
        }

        @Override
        public DcmiCapabilities decode(byte[] answer) throws MalformedIpmiMessage {
            var in = answered(answer, 5);
            int major = Answers.u8(in);
            int minor = Answers.u8(in);
            Answers.u16(in); // parameter revision, reserved
            return new DcmiCapabilities(major, minor, Answers.u8(in));
        }
    }

    public boolean hasPowerManagement() {
        return (optional & POWER_MANAGEMENT) != 0;
    }
}
