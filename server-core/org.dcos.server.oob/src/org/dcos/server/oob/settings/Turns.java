package org.dcos.server.oob.settings;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One change of a BMC at a time. */
final class Turns {

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    boolean take(UUID bmc) {
        return taken.add(bmc);
    }

    void leave(UUID bmc) {
        taken.remove(bmc);
    }
}
