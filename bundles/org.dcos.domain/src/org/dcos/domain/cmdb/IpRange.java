package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Addresses from first to last that are used in one way: given out by DHCP, or kept.
 *
 * @param last inclusive
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record IpRange(UUID id, long version, @RefersTo(Kind.VRF) Optional<UUID> vrf, String first, String last,
        RangeUse use, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public IpRange {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
