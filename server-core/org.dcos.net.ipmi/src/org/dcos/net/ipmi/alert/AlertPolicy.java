package org.dcos.net.ipmi.alert;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * An entry of the alert policy table: which destination of which channel is alerted (IPMI v2.0 r1.1 §17.11, table 17-4;
 * parameter 9 of table 30-6).
 *
 * @param entry       number of the entry, from 1
 * @param policy      number of the policy it belongs to, 1 to 15
 * @param rule        bits 2:0: 0 always send, 1 to 4 what follows when an earlier one has or has not arrived
 * @param channel     over which it goes
 * @param destination number of the {@link LanDestination}
 * @param stringKey   kept as it is
 */
public record AlertPolicy(int entry, int policy, boolean enabled, int rule, int channel, int destination,
        int stringKey) {

    private static final int ENABLED = 0x08;

    public static AlertPolicy always(int entry, int policy, int channel, int destination) {
        return new AlertPolicy(entry, policy, true, 0, channel, destination, 0);
    }

    public byte[] encode() {
        return new byte[] {(byte) entry, (byte) (policy << 4 | (enabled ? ENABLED : 0) | rule),
            (byte) (channel << 4 | destination), (byte) stringKey};
    }

    public static AlertPolicy decode(byte[] data) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_PEF_CONFIGURATION_PARAMETERS, data, 4);
        int entry = Answers.u8(in) & 0x7F;
        int policy = Answers.u8(in);
        int whereTo = Answers.u8(in);
        return new AlertPolicy(entry, policy >> 4, (policy & ENABLED) != 0, policy & 0x07, whereTo >> 4,
                whereTo & 0x0F, Answers.u8(in));
    }

    public boolean isFor(int lanChannel, int lanDestination) {
        return channel == lanChannel && destination == lanDestination;
    }
}
