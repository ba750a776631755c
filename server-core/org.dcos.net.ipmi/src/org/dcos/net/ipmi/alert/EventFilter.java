package org.dcos.net.ipmi.alert;

import java.util.Arrays;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * An entry of the event filter table (IPMI v2.0 r1.1 §17.7, table 17-2; parameter 6 of table 30-6).
 *
 * @param entry   number of the entry, from 1
 * @param config  bit 7 enabled, bits 6:5 type: 2 comes with the controller and should not be changed but for bit 7
 * @param actions bit 0 alert, 1 power off, 2 reset, 3 power cycle, 4 OEM, 5 diagnostic interrupt
 * @param policy  bits 3:0 the alert policy that is followed
 * @param matches severity, generator, sensor type and number, event type and data: 17 bytes, kept as they are
 */
public record EventFilter(int entry, int config, int actions, int policy, byte[] matches) {

    private static final int ENABLED = 0x80;
    private static final int ALERT = 0x01;
    private static final int MATCHES = 17;
    private static final int LENGTH = 4 + MATCHES;
    private static final byte ANY = (byte) 0xFF;

    public EventFilter {
        matches = matches.clone();
        if (matches.length != MATCHES) {
            throw new IllegalArgumentException("event filter with %d match bytes, must be 17".formatted(
                    matches.length));
        }
    }

    /** Alerts for every event of every sensor. */
    public static EventFilter everything(int entry, int policy) {
        byte[] matches = new byte[MATCHES];
        Arrays.fill(matches, 1, 6, ANY); // generator, sensor type, sensor number, event type
        matches[6] = ANY; // mask of event offsets, all of them
        matches[7] = ANY;
        return new EventFilter(entry, ENABLED, ALERT, policy, matches);
    }

    @Override
    public byte[] matches() {
        return matches.clone();
    }

    public boolean isEnabled() {
        return (config & ENABLED) != 0;
    }

    public boolean alerts(int alertPolicy) {
        return isEnabled() && (actions & ALERT) != 0 && (policy & 0x0F) == alertPolicy;
    }

    /** Whether it asks nothing of an event but that it is one. */
    public boolean matchesEverything() {
        return Arrays.equals(matches, 1, MATCHES, everything(entry, policy).matches, 1, MATCHES);
    }

    public byte[] encode() {
        return Answers.write(LENGTH).put((byte) entry).put((byte) config).put((byte) actions).put((byte) policy)
                .put(matches).array();
    }

    public static EventFilter decode(byte[] data) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_PEF_CONFIGURATION_PARAMETERS, data, LENGTH);
        int entry = Answers.u8(in) & 0x7F;
        int config = Answers.u8(in);
        int actions = Answers.u8(in);
        int policy = Answers.u8(in);
        byte[] matches = new byte[MATCHES];
        in.get(matches);
        return new EventFilter(entry, config, actions, policy, matches);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventFilter that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
