package org.dcos.server.store.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.dcos.domain.Secret;

/** Where the key comes from that BMC passwords are sealed with. */
public sealed interface KeySource permits KeyFile, Passphrase {

    /** System property, and environment variable, that name a file with the passphrase in its first line. */
    String PASSPHRASE_PROPERTY = "dcos.passphrase.file";
    String PASSPHRASE_VARIABLE = "DCOS_PASSPHRASE_FILE";

    /**
     * The 32 bytes of the key; the caller overwrites them after use.
     *
     * @param first whether nothing is sealed yet, so that a new key may be made
     */
    byte[] key(boolean first) throws KeyRefused;

    /** What the operator has to put right when the key is not the one that passwords were sealed with. */
    String wrongKey();

    /**
     * The passphrase, where one was set up or is given before anything is sealed; else the key file.
     *
     * @param given what a person gave at the start
     */
    static KeySource of(Path directory, Optional<Secret> given) throws KeyRefused {
        Optional<Secret> passphrase = given.isPresent() ? given : inFile();
        if (Files.exists(directory.resolve(Passphrase.FILE))) {
            return new Passphrase(directory, passphrase.orElseThrow(() -> new KeyRefused(
                    ("The passwords in %s are sealed with a passphrase. Put it into the first line of a file "
                            + "and name that file in %s.").formatted(directory, PASSPHRASE_VARIABLE))));
        }
        if (passphrase.isPresent() && !Files.exists(directory.resolve(KeyFile.FILE))) {
            return new Passphrase(directory, passphrase.get());
        }
        return new KeyFile(directory);
    }

    /** The passphrase in the file that is named for it, where one is. */
    static Optional<Secret> inFile() throws KeyRefused {
        String file = System.getProperty(PASSPHRASE_PROPERTY, System.getenv(PASSPHRASE_VARIABLE));
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try (var lines = Files.newBufferedReader(Path.of(file))) {
            String line = lines.readLine();
            if (line == null || line.isEmpty()) {
                throw new KeyRefused("The passphrase file %s is empty; its first line has to be the passphrase."
                        .formatted(file));
            }
            return Optional.of(Secret.of(line));
        } catch (IOException e) {
            throw new KeyRefused("The passphrase file %s cannot be read (%s).".formatted(file, e.getMessage()), e);
        }
    }
}
