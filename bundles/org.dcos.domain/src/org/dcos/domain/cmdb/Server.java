package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.UUID;

/**
 * A server as recorded.
 *
 * @param version  counts the saves, 0 before the first; a save with an old one is refused
 * @param name     unique
 * @param serial   the maker's serial number, unique, kept as written with its leading zeros
 * @param model    e.g. {@code 2288H V5}
 * @param owner    who answers for it; may be empty
 * @param mounting where it sits; empty while it is not racked
 */
public record Server(UUID id, long version, String name, String serial, Optional<String> assetTag, String manufacturer,
        String model, String owner, Optional<Mounting> mounting, LifecycleState state) {

    public Server in(LifecycleState next) {
        return new Server(id, version, name, serial, assetTag, manufacturer, model, owner, mounting, next);
    }

    public Server mounted(Optional<Mounting> where) {
        return new Server(id, version, name, serial, assetTag, manufacturer, model, owner, where, state);
    }
}
