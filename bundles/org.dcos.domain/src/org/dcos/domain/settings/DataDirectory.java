package org.dcos.domain.settings;

import java.nio.file.Path;

/** The one folder with all data of a server-core, locked by this process. Registered before any service starts. */
public interface DataDirectory {

    Path path();
}
