package org.dcos.domain.settings;

import java.io.IOException;

/** Another server-core works in the data directory. The message names the folder and, where known, the process. */
public final class DirectoryInUse extends IOException {

    private static final long serialVersionUID = 1L;

    public DirectoryInUse(String message) {
        super(message);
    }
}
