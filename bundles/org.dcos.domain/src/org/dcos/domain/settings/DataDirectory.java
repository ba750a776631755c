package org.dcos.domain.settings;

import java.nio.file.Path;

/** The one folder with all data of a server-core, locked by this process. Registered before any service starts. */
public interface DataDirectory {

    Path path();

    /**
     * A service that cannot work with what is in the folder says so here, for whoever starts the server-core to show.
     *
     * @param sentence what is wrong with which file, and what to do
     */
    default void refuse(String sentence) {
        throw new IllegalStateException(sentence);
    }
}
