package org.dcos.net.ipmi.alert;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What platform event filtering a controller has (IPMI v2.0 r1.1 §30.1).
 *
 * @param version BCD, low digit first: 51h is 1.5
 * @param actions bit 0 alert, 1 power down, 2 reset, 3 power cycle, 4 OEM, 5 diagnostic interrupt, 7 OEM filtering
 * @param filters entries of the event filter table
 */
public record PefCapabilities(int version, int actions, int filters) {

    /** Get PEF Capabilities. */
    public record Get() implements StandardRequest<PefCapabilities> {
        @Override
        public Command spec() {
            return Command.GET_PEF_CAPABILITIES;
        }

        @Override
        public PefCapabilities decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 3);
            return new PefCapabilities(Answers.u8(in), Answers.u8(in), Answers.u8(in));
        }
    }

    public boolean canAlert() {
        return (actions & PefParameter.ALERT) != 0;
    }
}
