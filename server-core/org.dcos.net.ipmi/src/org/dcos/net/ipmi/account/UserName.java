package org.dcos.net.ipmi.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PackedText;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The name of a user slot, up to 16 bytes of ASCII, zero-filled. */
public final class UserName {

    /** Bytes of a name (IPMI v2.0 r1.1 §22.28). */
    public static final int LENGTH = 16;

    /** Get User Name (§22.29, table 22-34). The answer may be cut short by controllers in the field. */
    public record Get(int userId) implements StandardRequest<String> {
        @Override
        public Command spec() {
            return Command.GET_USER_NAME;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.OPERATOR;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) userId};
        }

        @Override
        public String decode(byte[] answer) {
            return PackedText.latin1(Arrays.copyOf(answer, Math.min(answer.length, LENGTH)));
        }
    }

    /** Set User Name (§22.28, table 22-33). */
    public record Set(int userId, String name) implements StandardRequest<Done> {

        public Set {
            if (name.getBytes(StandardCharsets.UTF_8).length > LENGTH) {
                throw new IllegalArgumentException("user name '%s' is longer than 16 bytes".formatted(name));
            }
        }

        @Override
        public Command spec() {
            return Command.SET_USER_NAME;
        }

        @Override
        public PrivilegeLevel privilege() {
            return PrivilegeLevel.ADMINISTRATOR;
        }

        @Override
        public byte[] data() {
            byte[] padded = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), LENGTH);
            return Answers.write(1 + LENGTH).put((byte) userId).put(padded).array();
        }

        @Override
        public Done decode(byte[] answer) {
            return Done.DONE;
        }
    }

    private UserName() {}
}
