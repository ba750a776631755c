package org.dcos.net.ipmi.alert;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The platform event filtering parameters that are used here, by their selector (IPMI v2.0 r1.1 table 30-6). */
public enum PefParameter {
    SET_IN_PROGRESS(0, 1),
    /** Bit 0: filtering on. */
    CONTROL(1, 1),
    /** Bit 0: alerts may be sent. */
    ACTIONS(2, 1),
    FILTER_COUNT(5, 1),
    FILTER(6, 21),
    POLICY_COUNT(8, 1),
    POLICY(9, 4);

    /** Completion code: the controller does not have this parameter. */
    public static final int NOT_SUPPORTED = 0x80;

    /** Bit of {@link #CONTROL}: events are filtered. */
    public static final int ENABLED = 0x01;

    /** Bit of {@link #ACTIONS}: alerts. */
    public static final int ALERT = 0x01;

    private final int selector;
    private final int length;

    PefParameter(int selector, int least) {
        this.selector = selector;
        this.length = least;
    }

    public int selector() {
        return selector;
    }

    /**
     * Get PEF Configuration Parameters (§30.4); the answer is the data behind the revision.
     *
     * @param set which entry of a table from 1, 0 where there is none
     */
    public record Get(PefParameter parameter, int set) implements StandardRequest<byte[]> {

        @Override
        public Command spec() {
            return Command.GET_PEF_CONFIGURATION_PARAMETERS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) parameter.selector, (byte) set, 0};
        }

        @Override
        public byte[] decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 1 + parameter.length);
            in.get(); // revision
            return Answers.rest(in);
        }
    }

    /** Set PEF Configuration Parameters (§30.3). */
    public record Set(PefParameter parameter, byte[] value) implements StandardRequest<Done> {

        public Set {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public Command spec() {
            return Command.SET_PEF_CONFIGURATION_PARAMETERS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.ADMINISTRATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(1 + value.length).put((byte) parameter.selector).put(value).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }
}
