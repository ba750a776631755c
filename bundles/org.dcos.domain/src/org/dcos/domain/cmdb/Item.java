package org.dcos.domain.cmdb;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A thing that the CMDB records. Items are immutable; a save makes the next version. Everything that holds for all
 * kinds (references, uniqueness, change sets, undo, import and export) works on the components of these records, see
 * {@link Items}.
 */
public sealed interface Item permits Idc, Room, Rack, RackReservation, Device, DeviceType, Port, PowerFeed, Cable,
        DedicatedLine, Egress, Vrf, Vlan, Prefix, IpRange, IpAddress, Business, Owner, Relation, FieldDefinition,
        CustomKind, CustomItem, Relocation {

    UUID id();

    /** Counts the saves, 0 before the first; a save with an old one is refused. */
    long version();

    /** What it is found and grouped by. */
    Map<String, String> labels();

    /** The values of the fields of one's own, by name. */
    Map<String, String> fields();

    /** A copy in the order of the names, so that what is written of equal items is equal. */
    static Map<String, String> sorted(Map<String, String> values) {
        return values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
