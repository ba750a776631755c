package org.dcos.domain.settings;

import java.nio.file.Path;
import java.util.Optional;

import org.dcos.domain.Secret;

/** The one folder with all data of a server-core, locked by this process. Registered before any service starts. */
public interface DataDirectory {

    Path path();

    /** The passphrase of the vault, where whoever starts the server-core was given one. */
    default Optional<Secret> passphrase() {
        return Optional.empty();
    }

    /**
     * A service that cannot work with what is in the folder says so here, for whoever starts the server-core to show.
     *
     * @param sentence what is wrong with which file, and what to do
     */
    default void refuse(String sentence) {
        throw new IllegalStateException(sentence);
    }
}
