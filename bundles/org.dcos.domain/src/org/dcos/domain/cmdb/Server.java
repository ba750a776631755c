package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A server as recorded.
 *
 * @param version    counts the saves, 0 before the first; a save with an old one is refused
 * @param name       unique among all devices
 * @param serial     the maker's serial number, unique among devices that are not retired, kept as written
 * @param model      e.g. {@code 2288H V5}
 * @param owner      who answers for it; may be empty
 * @param mounting   where it sits; empty while it is not racked
 * @param deviceType what it was made as
 * @param business   what it works for
 * @param bay        the chassis and slot that it sits in, for a blade
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Server(UUID id, long version, String name, String serial, Optional<String> assetTag, String manufacturer,
        String model, String owner,
        Optional<Mounting> mounting, LifecycleState state, @RefersTo(Kind.DEVICE_TYPE) Optional<UUID> deviceType,
        @RefersTo(Kind.BUSINESS) Optional<UUID> business, Optional<Bay> bay,
        Map<String, String> labels, Map<String, String> fields) implements Device {

    public Server {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    /** A server of no recorded type, business and bay. */
    public Server(UUID id, long version, String name, String serial, Optional<String> assetTag, String manufacturer,
            String model, String owner, Optional<Mounting> mounting, LifecycleState state) {
        this(id, version, name, serial, assetTag, manufacturer, model, owner, mounting, state, Optional.empty(),
                Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    public Server in(LifecycleState next) {
        return new Server(id, version, name, serial, assetTag, manufacturer, model, owner, mounting, next, deviceType,
                business, bay, labels, fields);
    }

    public Server mounted(Optional<Mounting> where) {
        return new Server(id, version, name, serial, assetTag, manufacturer, model, owner, where, state, deviceType,
                business, bay, labels, fields);
    }
}
