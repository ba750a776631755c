package org.dcos.server.store.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A random key in a file of the data directory, made on first start. */
public record KeyFile(Path directory) implements KeySource {

    static final String FILE = "secret.key";

    private static final int KEY_BYTES = 32;

    @Override
    public byte[] key(boolean first) throws KeyRefused {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (!first) {
                    throw new KeyRefused(("%s is missing, and the stored BMC passwords are sealed with it. "
                            + "Put it back from your backup.").formatted(file));
                }
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
                return key;
            }
            if (PrivateFile.openToOthers(file)) {
                throw new KeyRefused(
                        "%s can be used by others than its owner. Run: chmod 600 %s".formatted(file, file));
            }
            return decoded(file);
        } catch (IOException e) {
            throw new KeyRefused("The key file %s cannot be read or written (%s).".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] decoded(Path file) throws IOException, KeyRefused {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            throw new KeyRefused(damaged(file));
        }
        throw new KeyRefused(damaged(file));
    }

    private static String damaged(Path file) {
        return "The key file %s is damaged: it is not the Base64 of 32 bytes. Put it back from your backup."
                .formatted(file);
    }

    @Override
    public String wrongKey() {
        return "%s is not the key that the BMC passwords were sealed with. Put the right one back from your backup."
                .formatted(directory.resolve(FILE));
    }
}
