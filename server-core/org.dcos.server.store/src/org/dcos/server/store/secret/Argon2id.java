package org.dcos.server.store.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.dcos.domain.Secret;

/** Argon2id, version 0x13 (RFC 9106). */
public final class Argon2id {

    private Argon2id() {}

    /**
     * What one hash costs.
     *
     * @param memoryKib KiB of memory, at most 1 GiB
     * @param passes    runs over the memory
     * @param lanes     independent parts
     */
    public record Cost(int memoryKib, int passes, int lanes) {

        private static final Pattern PHC = Pattern
                .compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})");
        private static final int MOST_KIB = 1 << 20;

        public Cost {
            if (passes < 1 || lanes < 1 || memoryKib < 8 * lanes || memoryKib > MOST_KIB) {
                throw new IllegalArgumentException(
                        "no Argon2 cost: m=%d,t=%d,p=%d".formatted(memoryKib, passes, lanes));
            }
        }

        /** As the PHC string format has it, without salt and hash. */
        public String phc() {
            return "$argon2id$v=19$m=%d,t=%d,p=%d".formatted(memoryKib, passes, lanes);
        }

        public static Cost parse(String phc) {
            Matcher matcher = PHC.matcher(phc);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not an Argon2id cost");
            }
            return new Cost(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        }
    }

    /** @param bytes length of the hash */
    public static byte[] hash(Secret secret, byte[] salt, Cost cost, int bytes) {
        char[] chars = secret.reveal();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] password = new byte[encoded.remaining()];
        encoded.get(password);
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes()).withParallelism(cost.lanes()).withSalt(salt).build());
            byte[] hash = new byte[bytes];
            generator.generateBytes(password, hash);
            return hash;
        } finally {
            Arrays.fill(chars, '\0');
            Arrays.fill(password, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
