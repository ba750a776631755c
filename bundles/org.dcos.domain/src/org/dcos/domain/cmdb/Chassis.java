package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A chassis that blades sit in.
 *
 * @param name       unique among all devices
 * @param serial     the maker's serial number, unique among devices that are not retired, kept as written
 * @param model      e.g. {@code 2288H V5}
 * @param owner      who answers for it; may be empty
 * @param mounting   where it sits; empty while it is not racked
 * @param deviceType what it was made as
 * @param business   what it works for
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Chassis(UUID id, long version, String name, String serial, Optional<String> assetTag, String manufacturer,
        String model, String owner,
        Optional<Mounting> mounting, LifecycleState state, @RefersTo(Kind.DEVICE_TYPE) Optional<UUID> deviceType,
        @RefersTo(Kind.BUSINESS) Optional<UUID> business,
        Map<String, String> labels, Map<String, String> fields) implements Device {

    public Chassis {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
