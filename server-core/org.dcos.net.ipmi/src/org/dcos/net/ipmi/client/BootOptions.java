package org.dcos.net.ipmi.client;

import org.dcos.net.ipmi.command.BootFlags;
import org.dcos.net.ipmi.command.GetBootOption;
import org.dcos.net.ipmi.command.SetBootOption;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** Reads and sets from where a server boots next (IPMI v2.0 r1.1 §28.12, §28.13). */
public final class BootOptions {

    /** "Parameter not supported" (§28.12). */
    private static final int PARAMETER_NOT_SUPPORTED = 0x80;

    /** "Attempt to set the 'set in progress' value when not in the 'set complete' state" (§28.12). */
    private static final int SET_IN_PROGRESS = 0x81;

    /**
     * Sets the boot device. BMCs clear it when no power command follows within about a minute, so power on, cycle or
     * reset soon after.
     */
    public static void set(BmcConnection bmc, BootFlags flags) throws IpmiException, InterruptedException {
        // the frame around the flags is optional; ipmi_sim and others refuse parts of it
        sendOptional(bmc, SetBootOption.begin());
        try {
            sendOptional(bmc, SetBootOption.acknowledgePending());
            bmc.send(SetBootOption.flags(flags));
        } finally {
            sendOptional(bmc, SetBootOption.complete());
        }
    }

    public static BootFlags get(BmcConnection bmc) throws IpmiException, InterruptedException {
        var value = bmc.send(new GetBootOption(BootFlags.PARAMETER));
        try {
            return BootFlags.decode(value.data());
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    private static void sendOptional(BmcConnection bmc, SetBootOption option)
            throws IpmiException, InterruptedException {
        try {
            bmc.send(option);
        } catch (BmcRefused e) {
            boolean optional = switch (e.completionCode()) {
                case PARAMETER_NOT_SUPPORTED, SET_IN_PROGRESS, CompletionCode.INVALID_DATA_FIELD,
                        CompletionCode.PARAMETER_OUT_OF_RANGE -> true;
                default -> false;
            };
            if (!optional) {
                throw e;
            }
        }
    }

    private BootOptions() {}
}
