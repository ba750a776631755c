package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Where a cable goes into a device: a network, power or console port, or one side of a patch panel.
 *
 * @param device         the device it belongs to
 * @param name           unique among the device's ports of this kind
 * @param connector      what fits, in the words of the device-type format: {@code 1000base-t}, {@code iec-60320-c14}
 * @param speedMbps      of a network port, where known
 * @param mac            of a network port, lower case with colons
 * @param lag            the link aggregation port that it is a member of
 * @param managementOnly whether only management runs over it
 * @param through        the other side: the rear port of a front port, the inlet that feeds an outlet
 * @param position       which of the rear port's positions a front port leads to
 * @param maximumWatts   of a power inlet: the most that it draws
 * @param description    may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Port(UUID id, long version, @RefersTo( {
    Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU}) UUID device, String name, PortKind kind,
        String connector, OptionalInt speedMbps, Optional<String> mac, @RefersTo(Kind.PORT) Optional<UUID> lag,
        boolean managementOnly, @RefersTo(Kind.PORT) Optional<UUID> through, OptionalInt position,
        OptionalInt maximumWatts, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item{

    public Port {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
