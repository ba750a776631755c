package org.dcos.domain.settings;

import java.io.IOException;
import java.nio.file.Path;

import org.dcos.domain.Secret;

/**
 * What the passwords in a data directory are locked with, for whoever starts a server-core in it: there before the
 * server-core is.
 */
public interface VaultLock {

    /** The fewest characters of a passphrase. */
    int SHORTEST_PASSPHRASE = 12;

    /** What has to be known before the server-core can start. */
    enum Need {
        /** Nothing: the key is in a file, or a file with the passphrase is named. */
        NOTHING,
        /** The passphrase, which a person has to give. */
        PASSPHRASE,
        /** Nothing is locked yet: a passphrase may be chosen; without one a key file is made. */
        CHOICE
    }

    /** @throws IOException with a sentence for the operator */
    Need need(Path directory) throws IOException;

    /**
     * Whether the passphrase is the one that was chosen. Takes about a second, on purpose.
     *
     * @throws IOException with a sentence for the operator
     */
    boolean opens(Path directory, Secret passphrase) throws IOException;
}
