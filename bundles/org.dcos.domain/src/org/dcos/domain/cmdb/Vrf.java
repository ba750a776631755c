package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A routing table of its own: addresses are unique within one.
 *
 * @param name               unique
 * @param routeDistinguisher RFC 4364, 4.2; may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Vrf(UUID id, long version, String name, String routeDistinguisher, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Vrf {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
