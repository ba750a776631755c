package org.dcos.net.ipmi.account;

import java.util.Optional;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * What a user may do over a channel, and how many users there are (IPMI v2.0 r1.1 §22.27, table 22-32).
 *
 * @param mostUsers    user slots of the channel
 * @param enabledUsers how many are enabled by now
 * @param fixedNames   how many have a name that cannot be changed, from user 1 on
 */
public record UserAccess(int mostUsers, Status status, int enabledUsers, int fixedNames, Rights rights) {

    /** Highest user ID (6 bits). */
    public static final int LAST_USER = 0x3F;

    private static final int LENGTH = 4;
    private static final int CALLBACK_ONLY = 0x40;
    private static final int LINK_AUTHENTICATION = 0x20;
    private static final int MESSAGING = 0x10;
    private static final int CHANGE_BITS = 0x80;
    private static final int NO_ACCESS = 0x0F;

    /** Whether the user was enabled with Set User Password; older controllers do not tell (bits 7:6). */
    public enum Status {
        UNSPECIFIED, ENABLED, DISABLED, RESERVED
    }

    /**
     * Of one user on one channel.
     *
     * @param callbackOnly       only in a call that the controller makes
     * @param linkAuthentication may be used for the link of a serial channel
     * @param messaging          may open sessions
     * @param limit              highest privilege level; empty for no access
     */
    public record Rights(boolean callbackOnly, boolean linkAuthentication, boolean messaging,
            Optional<PrivilegeLevel> limit) {

        public static final Rights NONE = new Rights(false, false, false, Optional.empty());

        /** Sessions up to that level. */
        public static Rights upTo(PrivilegeLevel limit) {
            return new Rights(false, true, true, Optional.of(limit));
        }

        int flags() {
            return (callbackOnly ? CALLBACK_ONLY : 0) | (linkAuthentication ? LINK_AUTHENTICATION : 0)
                    | (messaging ? MESSAGING : 0);
        }

        int limitCode() {
            return limit.map(PrivilegeLevel::code).orElse(NO_ACCESS);
        }

        static Rights of(int flags, int limit) {
            return new Rights((flags & CALLBACK_ONLY) != 0, (flags & LINK_AUTHENTICATION) != 0,
                    (flags & MESSAGING) != 0, PrivilegeLevel.of(limit));
        }
    }

    /** Get User Access. */
    public record Get(int channel, int userId) implements StandardRequest<UserAccess> {
        @Override
        public Command spec() {
            return Command.GET_USER_ACCESS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel, (byte) userId};
        }

        @Override
        public UserAccess decode(byte[] answer) throws MalformedIpmiMessage {
            return UserAccess.decode(answer);
        }
    }

    /** Set User Access (§22.26, table 22-31). */
    public record Set(int channel, int userId, Rights rights) implements StandardRequest<Done> {
        @Override
        public Command spec() {
            return Command.SET_USER_ACCESS;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.ADMINISTRATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) (CHANGE_BITS | rights.flags() | channel), (byte) userId,
                (byte) rights.limitCode()};
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    public byte[] encode() {
        return new byte[] {(byte) mostUsers, (byte) (status.ordinal() << 6 | enabledUsers), (byte) fixedNames,
            (byte) (rights.flags() | rights.limitCode())};
    }

    static UserAccess decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_USER_ACCESS, answer, LENGTH);
        int most = Answers.u8(in) & LAST_USER;
        int enabled = Answers.u8(in);
        int fixed = Answers.u8(in) & LAST_USER;
        int access = Answers.u8(in);
        return new UserAccess(most, Status.values()[enabled >> 6], enabled & LAST_USER, fixed,
                Rights.of(access, access & NO_ACCESS));
    }
}
