package org.dcos.net.ipmi.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Set User Password (IPMI v2.0 r1.1 §22.30, table 22-35): enables or disables a user, sets or tests a password of 16 or
 * 20 bytes. Not repeatable in a new session when it sets, because the session's own login may be the one it changes.
 * Never shows the password.
 */
public final class UserPassword implements StandardRequest<Done> {

    /** Completion code of a test: another password. */
    public static final int TEST_FAILED = 0x80;

    /** Completion code of a test: another size. */
    public static final int TEST_FAILED_BY_SIZE = 0x81;

    private static final int TWENTY_BYTES = 0x80;
    private static final byte[] NO_PASSWORD = {};

    /** How a password is stored; a controller tests it in the size in which it was set. */
    public enum Size {
        SIXTEEN(16), TWENTY(20);

        private final int bytes;

        Size(int bytes) {
            this.bytes = bytes;
        }

        public int bytes() {
            return bytes;
        }

        /** The shorter that holds it, as every controller knows it. */
        public static Size fitting(char[] password) {
            byte[] utf8 = utf8(password);
            try {
                return utf8.length <= SIXTEEN.bytes ? SIXTEEN : TWENTY;
            } finally {
                Arrays.fill(utf8, (byte) 0);
            }
        }
    }

    /** Bits 1:0 of the second byte. */
    private enum Operation {
        DISABLE, ENABLE, SET, TEST
    }

    private final int userId;
    private final Operation operation;
    private final byte[] padded;

    private UserPassword(int userId, Operation operation, byte[] padded) {
        this.userId = userId;
        this.operation = operation;
        this.padded = padded;
    }

    public static UserPassword enable(int userId, boolean enabled) {
        return new UserPassword(userId, enabled ? Operation.ENABLE : Operation.DISABLE, NO_PASSWORD);
    }

    /** @throws IllegalArgumentException when the password has more bytes than that */
    public static UserPassword set(int userId, char[] password, Size size) {
        return new UserPassword(userId, Operation.SET, padded(password, size));
    }

    /** Refused with {@link #TEST_FAILED} or {@link #TEST_FAILED_BY_SIZE} when it is another. */
    public static UserPassword test(int userId, char[] password, Size size) {
        return new UserPassword(userId, Operation.TEST, padded(password, size));
    }

    private static byte[] padded(char[] password, Size size) {
        byte[] utf8 = utf8(password);
        try {
            if (utf8.length > size.bytes()) {
                throw new IllegalArgumentException("a password of %d bytes does not fit %d"
                        .formatted(utf8.length, size.bytes()));
            }
            return Arrays.copyOf(utf8, size.bytes());
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private static byte[] utf8(char[] chars) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    @Override
    public Command spec() {
        return Command.SET_USER_PASSWORD;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.ADMINISTRATOR;
    }

    @Override
    public boolean isRepeatable() {
        return operation != Operation.SET;
    }

    @Override
    public byte[] data() {
        int size = padded.length == Size.TWENTY.bytes() ? TWENTY_BYTES : 0;
        return Answers.write(2 + padded.length).put((byte) (size | userId)).put((byte) operation.ordinal()).put(padded)
                .array();
    }

    @Override
    public Done decode(byte[] answer) {
        return Done.DONE;
    }

    @Override
    public String toString() {
        return "%s of user %d: %s".formatted(title(), userId, operation);
    }
}
