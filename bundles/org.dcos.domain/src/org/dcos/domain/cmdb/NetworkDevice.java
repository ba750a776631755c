package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A switch, router or firewall.
 *
 * @param name       unique among all devices
 * @param serial     the maker's serial number, unique among devices that are not retired, kept as written
 * @param model      e.g. {@code 2288H V5}
 * @param owner      who answers for it; may be empty
 * @param mounting   where it sits; empty while it is not racked
 * @param role       its place in the network
 * @param deviceType what it was made as
 * @param business   what it works for
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record NetworkDevice(UUID id, long version, String name, String serial, Optional<String> assetTag,
        String manufacturer, String model, String owner,
        Optional<Mounting> mounting, LifecycleState state, NetworkRole role,
        @RefersTo(Kind.DEVICE_TYPE) Optional<UUID> deviceType, @RefersTo(Kind.BUSINESS) Optional<UUID> business,
        Map<String, String> labels, Map<String, String> fields) implements Device {

    public NetworkDevice {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
