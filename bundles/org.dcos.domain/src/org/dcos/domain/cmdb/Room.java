package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A room of a data centre.
 *
 * @param name     unique within the IDC
 * @param building the building it is in; may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Room(UUID id, long version, @RefersTo(Kind.IDC) UUID idc, String name, String building,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Room {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    public Room(UUID id, long version, UUID idc, String name) {
        this(id, version, idc, name, "", Map.of(), Map.of());
    }
}
