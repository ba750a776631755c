package org.dcos.net.ipmi.sel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The clock by which entries of the log, and often everything else of a controller, are stamped. */
public final class SelClock {

    /** "Unspecified" offset (IPMI v2.0 r1.1 §31.11a). */
    private static final int NO_OFFSET = 0x07FF;

    /** Get SEL Time (§31.10). */
    public record Get() implements StandardRequest<SelTimestamp> {
        @Override
        public Command spec() {
            return Command.GET_SEL_TIME;
        }

        @Override
        public SelTimestamp decode(byte[] answer) throws MalformedIpmiMessage {
            return new SelTimestamp(Answers.read(spec(), answer, 4).getInt());
        }
    }

    /** Set SEL Time (§31.11). Not repeatable: a second execution would set an older time. */
    public record Set(Instant time) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_SEL_TIME;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(4).putInt(SelTimestamp.of(time).raw()).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Get SEL Time UTC Offset (§31.11a); the answer is empty when none is set. */
    public record GetOffset() implements StandardRequest<Optional<Duration>> {
        @Override
        public Command spec() {
            return Command.GET_SEL_TIME_UTC_OFFSET;
        }

        @Override
        public Optional<Duration> decode(byte[] answer) throws MalformedIpmiMessage {
            int minutes = Answers.read(spec(), answer, 2).getShort();
            return minutes == NO_OFFSET ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
        }
    }

    /** Set SEL Time UTC Offset (§31.11b). */
    public record SetOffset(Duration offset) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_SEL_TIME_UTC_OFFSET;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(2).putShort((short) offset.toMinutes()).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    private SelClock() {}
}
