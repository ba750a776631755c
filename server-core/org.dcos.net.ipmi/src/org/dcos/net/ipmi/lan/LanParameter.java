package org.dcos.net.ipmi.lan;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The LAN configuration parameters that are used here, by their selector (IPMI v2.0 r1.1 §23.2, table 23-4). */
public enum LanParameter {
    SET_IN_PROGRESS(0, 1),
    /** Bit 0 of each of the five levels: sessions of IPMI v1.5 without any authentication. */
    AUTHENTICATION_ENABLES(2, 5),
    IP_ADDRESS(3, 4),
    IP_SOURCE(4, 1),
    MAC_ADDRESS(5, 6),
    SUBNET_MASK(6, 4),
    DEFAULT_GATEWAY(12, 4),
    COMMUNITY(16, 18),
    DESTINATION_COUNT(17, 1),
    DESTINATION_TYPE(18, 4),
    DESTINATION_ADDRESS(19, 13),
    VLAN_ID(20, 2),
    CIPHER_SUITE_COUNT(22, 1),
    CIPHER_SUITES(23, 1),
    CIPHER_SUITE_PRIVILEGES(24, 9);

    /** Parameter 0, in the order of the codes. Without the commit a controller that rolls back drops what was set. */
    public enum Progress {
        COMPLETE, IN_PROGRESS, COMMIT
    }

    /** Completion code: the controller does not have this parameter. */
    public static final int NOT_SUPPORTED = 0x80;

    /** Completion code: somebody else is setting parameters. */
    public static final int BUSY = 0x81;

    /** Completion code: read-only. */
    public static final int READ_ONLY = 0x82;

    private final int selector;
    private final int length;

    LanParameter(int selector, int least) {
        this.selector = selector;
        this.length = least;
    }

    public int selector() {
        return selector;
    }

    /** Bytes of its data, at least. */
    public int length() {
        return length;
    }

    /**
     * Get LAN Configuration Parameters (§23.2); the answer is the data behind the revision.
     *
     * @param set which entry of a table, 0 where there is none
     */
    public record Get(int channel, LanParameter parameter, int set) implements StandardRequest<byte[]> {

        public Get(int channel, LanParameter parameter) {
            this(channel, parameter, 0);
        }

        @Override
        public Command spec() {
            return Command.GET_LAN_CONFIGURATION_PARAMETERS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel, (byte) parameter.selector, (byte) set, 0};
        }

        @Override
        public byte[] decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 1 + parameter.length);
            in.get(); // revision
            return Answers.rest(in);
        }

        @Override
        public String title() {
            return "%s (%s)".formatted(spec().title(), parameter);
        }
    }

    /**
     * Set LAN Configuration Parameters (§23.1). Not repeatable when it moves the controller, which may take its own
     * answer away.
     */
    public record Set(int channel, LanParameter parameter, byte[] value) implements StandardRequest<Done> {

        public Set {
            value = value.clone();
        }

        public static Set progress(int channel, Progress progress) {
            return new Set(channel, SET_IN_PROGRESS, new byte[] {(byte) progress.ordinal()});
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public Command spec() {
            return Command.SET_LAN_CONFIGURATION_PARAMETERS;
        }

        @Override
        public boolean isRepeatable() {
            return switch (parameter) {
                case SET_IN_PROGRESS, IP_ADDRESS, IP_SOURCE, VLAN_ID -> false;
                default -> true;
            };
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.ADMINISTRATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(2 + value.length).put((byte) channel).put((byte) parameter.selector).put(value)
                    .array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }

        @Override
        public String title() {
            return "%s (%s)".formatted(spec().title(), parameter);
        }
    }
}
