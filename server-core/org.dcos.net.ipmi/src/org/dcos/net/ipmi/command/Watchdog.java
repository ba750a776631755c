package org.dcos.net.ipmi.command;

import java.time.Duration;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The watchdog timer as it was set (IPMI v2.0 r1.1 §27.7, table 27-6).
 *
 * @param running      whether it counts down; to be kept running when it is set
 * @param logs         whether an expiration is logged
 * @param preTimeout   how long before the end the interrupt comes, whole seconds
 * @param expiredUses  bit n: it has run out for the use of code n
 * @param countdown    from which it starts
 * @param left         of the present run
 */
public record Watchdog(boolean running, boolean logs, Use use, Interrupt interrupt, Action action, Duration preTimeout,
        int expiredUses, Duration countdown, Duration left) {

    /** Completion code of Reset Watchdog Timer: nobody has set it. */
    public static final int NOT_INITIALIZED = 0x80;

    private static final int LENGTH = 8;
    private static final int DO_NOT_LOG = 0x80;
    private static final int RUNNING = 0x40;
    private static final long MILLIS_PER_COUNT = 100;

    /** Who is watched over, in the order of the codes. */
    public enum Use {
        RESERVED_0, BIOS_FRB2, BIOS_POST, OS_LOAD, SMS_OS, OEM, RESERVED_6, RESERVED_7
    }

    /** Before the timeout, in the order of the codes. */
    public enum Interrupt {
        NONE, SMI, NMI, MESSAGING, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7
    }

    /** At the timeout, in the order of the codes. */
    public enum Action {
        NONE, HARD_RESET, POWER_DOWN, POWER_CYCLE, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7
    }

    /** Get Watchdog Timer. */
    public record Get() implements StandardRequest<Watchdog> {
        @Override
        public Command spec() {
            return Command.GET_WATCHDOG_TIMER;
        }

        @Override
        public Watchdog decode(byte[] answer) throws MalformedIpmiMessage {
            return Watchdog.decode(answer);
        }
    }

    /** Set Watchdog Timer (§27.6, table 27-5); it stands still until it is reset, unless it is to be kept running. */
    public record Set(Watchdog timer) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_WATCHDOG_TIMER;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return Answers.write(6).put((byte) timer.firstByte()).put((byte) timer.secondByte())
                    .put((byte) timer.preTimeout.toSeconds()).put((byte) timer.expiredUses)
                    .putShort(counts(timer.countdown)).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    /** Reset Watchdog Timer (§27.5): starts it from its countdown. */
    public record Reset() implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.RESET_WATCHDOG_TIMER;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    /** Of that use, started by the next reset, with no interrupt before. */
    public static Watchdog of(Use use, Action action, Duration countdown) {
        return new Watchdog(false, true, use, Interrupt.NONE, action, Duration.ZERO, 1 << use.ordinal(), countdown,
                countdown);
    }

    /** As it is, but standing still, with no expiration cleared. */
    public Watchdog stopped() {
        return new Watchdog(false, logs, use, interrupt, action, preTimeout, 0, countdown, left);
    }

    private int firstByte() {
        return (logs ? 0 : DO_NOT_LOG) | (running ? RUNNING : 0) | use.ordinal();
    }

    private int secondByte() {
        return interrupt.ordinal() << 4 | action.ordinal();
    }

    private static short counts(Duration time) {
        return (short) Math.clamp(time.toMillis() / MILLIS_PER_COUNT, 0, 0xFFFF);
    }

    public byte[] encode() {
        return Answers.write(LENGTH).put((byte) firstByte()).put((byte) secondByte())
                .put((byte) preTimeout.toSeconds()).put((byte) expiredUses).putShort(counts(countdown))
                .putShort(counts(left)).array();
    }

    static Watchdog decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_WATCHDOG_TIMER, answer, LENGTH - 2);
        int first = Answers.u8(in);
        int second = Answers.u8(in);
        int preTimeout = Answers.u8(in);
        int expired = Answers.u8(in);
        int countdown = Answers.u16(in);
        int left = in.remaining() >= 2 ? Answers.u16(in) : 0; // ipmi_sim leaves it out
        return new Watchdog((first & RUNNING) != 0, (first & DO_NOT_LOG) == 0, Use.values()[first & 0x07],
                Interrupt.values()[second >> 4 & 0x07], Action.values()[second & 0x07], Duration.ofSeconds(preTimeout),
                expired, Duration.ofMillis(countdown * MILLIS_PER_COUNT), Duration.ofMillis(left * MILLIS_PER_COUNT));
    }
}
