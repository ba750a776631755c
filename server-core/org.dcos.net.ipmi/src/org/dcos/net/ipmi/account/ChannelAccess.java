package org.dcos.net.ipmi.account;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * When a channel may be used and for what (IPMI v2.0 r1.1 §22.23, table 22-28).
 *
 * @param flags bit 5 alerting off, bit 4 per-message authentication off, bit 3 user level authentication off, bits 2:0
 *              {@link Mode}
 * @param limit highest privilege level of sessions, bits 3:0
 */
public record ChannelAccess(int flags, int limit) {

    private static final int ALERTING_OFF = 0x20;
    private static final int MODE_MASK = 0x07;
    private static final int CHANGES = 0x3F;
    private static final int LENGTH = 2;

    /** Access mode in the order of the codes. */
    public enum Mode {
        DISABLED, PRE_BOOT_ONLY, ALWAYS, SHARED
    }

    /** What is kept over a restart of the controller, and what holds now (bits 7:6). */
    public enum Kept {
        NON_VOLATILE(0x40), PRESENT(0x80);

        private final int code;

        Kept(int code) {
            this.code = code;
        }
    }

    /** Get Channel Access. */
    public record Get(int channel, Kept kept) implements StandardRequest<ChannelAccess> {
        @Override
        public Command spec() {
            return Command.GET_CHANNEL_ACCESS;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel, (byte) kept.code};
        }

        @Override
        public ChannelAccess decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, LENGTH);
            return new ChannelAccess(Answers.u8(in) & CHANGES, Answers.u8(in) & 0x0F);
        }
    }

    /** Set Channel Access (§22.22, table 22-27): flags alone, the limit is left as it is. */
    public record Set(int channel, Kept kept, ChannelAccess access) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_CHANNEL_ACCESS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.ADMINISTRATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel, (byte) (kept.code | access.flags), 0};
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    public Mode mode() {
        int code = flags & MODE_MASK;
        return code < Mode.values().length ? Mode.values()[code] : Mode.SHARED;
    }

    /** Whether platform event traps leave over it. */
    public boolean alerts() {
        return (flags & ALERTING_OFF) == 0;
    }

    public ChannelAccess withAlerting(boolean on) {
        return new ChannelAccess(on ? flags & ~ALERTING_OFF : flags | ALERTING_OFF, limit);
    }
}
