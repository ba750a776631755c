package org.dcos.server.store.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.dcos.domain.Secret;

/**
 * A key made from a passphrase with Argon2id (RFC 9106). The salt and the cost are kept in a file of the data
 * directory, in the PHC form {@code $argon2id$v=19$m=65536,t=3,p=4$salt}; the line below has a check, by which a wrong
 * passphrase is noticed before the database is opened.
 */
public record Passphrase(Path directory, Secret passphrase) implements KeySource {

    static final String FILE = "secret.kdf";

    /** RFC 9106 §4, second recommendation: 64 MiB, 3 passes, 4 lanes. */
    private static final Argon2id.Cost COST = new Argon2id.Cost(64 * 1024, 3, 4);
    private static final byte[] CHECKED = "dcos passphrase check".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;

    @Override
    public byte[] key(boolean first) throws KeyRefused {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (!first) {
                    throw new KeyRefused(("%s is missing, and the stored BMC passwords cannot be opened without it. "
                            + "Put it back from your backup.").formatted(file));
                }
                byte[] salt = new byte[SALT_BYTES];
                new SecureRandom().nextBytes(salt);
                String phc = COST.phc() + "$" + Base64.getEncoder().withoutPadding().encodeToString(salt);
                byte[] key = derived(phc);
                PrivateFile.write(file, phc + "\n" + check(key) + "\n");
                return key;
            }
            return derived(lines(file).getFirst());
        } catch (IOException e) {
            throw new KeyRefused("The file %s cannot be read or written (%s).".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new KeyRefused("The file %s is damaged. Put it back from your backup.".formatted(file), e);
        }
    }

    /** Whether it is the one that was chosen; true, too, where an older version left no check: the vault will tell. */
    boolean opens() throws KeyRefused {
        Path file = directory.resolve(FILE);
        try {
            var lines = lines(file);
            if (lines.size() < 2) {
                return true;
            }
            byte[] key = derived(lines.getFirst());
            try {
                return MessageDigest.isEqual(check(key).getBytes(StandardCharsets.US_ASCII),
                        lines.get(1).getBytes(StandardCharsets.US_ASCII));
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        } catch (IOException e) {
            throw new KeyRefused("The file %s cannot be read (%s).".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new KeyRefused("The file %s is damaged. Put it back from your backup.".formatted(file), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        var lines = Files.readString(file, StandardCharsets.US_ASCII).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return lines;
    }

    private static String check(byte[] key) {
        return new Sealer(key).fingerprint(CHECKED);
    }

    private byte[] derived(String phc) {
        int salt = phc.lastIndexOf('$');
        if (salt < 0) {
            throw new IllegalArgumentException("no salt");
        }
        return Argon2id.hash(passphrase, Base64.getDecoder().decode(phc.substring(salt + 1)),
                Argon2id.Cost.parse(phc.substring(0, salt)), KEY_BYTES);
    }

    @Override
    public String wrongKey() {
        return "The passphrase is not the one that the stored BMC passwords in %s were sealed with."
                .formatted(directory);
    }
}
