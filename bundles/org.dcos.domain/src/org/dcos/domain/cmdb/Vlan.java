package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A VLAN (IEEE 802.1Q).
 *
 * @param room where it is used; empty: everywhere
 * @param tag  1 to 4094, unique within the room
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Vlan(UUID id, long version, @RefersTo(Kind.ROOM) Optional<UUID> room, int tag, String name,
        String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Vlan {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
