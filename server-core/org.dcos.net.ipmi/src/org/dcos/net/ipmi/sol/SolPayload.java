package org.dcos.net.ipmi.sol;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PayloadType;

/** The commands that turn the SOL payload of a session on and off. There is one instance of it, number 1. */
public final class SolPayload {

    /** Completion code of Activate Payload: another session has it. */
    public static final int ALREADY_ACTIVE = 0x80;

    /** Completion code of both: the payload is switched off. */
    public static final int DISABLED = 0x81;

    /** Completion code of Activate Payload: too many are active. */
    public static final int TOO_MANY = 0x82;

    /** Completion code of Activate Payload: not with encryption. */
    public static final int NOT_ENCRYPTED = 0x83;

    /** Completion code of Deactivate Payload: it is off already. */
    public static final int ALREADY_INACTIVE = 0x80;

    private static final byte TYPE = (byte) PayloadType.SERIAL_OVER_LAN.code();
    private static final byte INSTANCE = 1;
    /** Encrypted, authenticated, serial alerts deferred meanwhile (table 24-2). */
    private static final byte PROTECTED = (byte) 0xC4;

    /**
     * Limits of an activated payload (IPMI v2.0 r1.1 §24.1, table 24-2).
     *
     * @param toController most bytes of a payload to the controller, with its header
     * @param toConsole    most bytes of a payload from it
     * @param port         UDP port by the controller's own view, which address translation may have changed
     */
    public record Activated(int toController, int toConsole, int port) {}

    /** Activate Payload (§24.1). Not repeatable: after a lost answer it is this session's already. */
    public record Activate() implements StandardRequest<Activated> {
        @Override
        public Command spec() {
            return Command.ACTIVATE_PAYLOAD;
        }

        @Override
        public byte[] data() {
            return new byte[] {TYPE, INSTANCE, PROTECTED, 0, 0, 0};
        }

        @Override
        public Activated decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 10);
            in.getInt(); // auxiliary data: test mode
            return new Activated(Answers.u16(in), Answers.u16(in), Answers.u16(in));
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Deactivate Payload (§24.2), of whatever session has it. */
    public record Deactivate() implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.DEACTIVATE_PAYLOAD;
        }

        @Override
        public byte[] data() {
            return new byte[] {TYPE, INSTANCE, 0, 0, 0, 0};
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    /** Get Payload Instance Info (§24.5); the answer is the session that has it, 0 for none. */
    public record Owner() implements StandardRequest<Integer> {
        @Override
        public Command spec() {
            return Command.GET_PAYLOAD_INSTANCE_INFO;
        }

        @Override
        public byte[] data() {
            return new byte[] {TYPE, INSTANCE};
        }

        @Override
        public Integer decode(byte[] answer) throws MalformedIpmiMessage {
            return Answers.read(spec(), answer, 4).getInt();
        }
    }

    private SolPayload() {}
}
