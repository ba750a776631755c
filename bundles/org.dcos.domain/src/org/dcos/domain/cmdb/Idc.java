package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A data centre.
 *
 * @param version counts the saves, 0 before the first; a save with an old one is refused
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Idc(UUID id, long version, String name,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Idc {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    public Idc(UUID id, long version, String name) {
        this(id, version, name, Map.of(), Map.of());
    }
}
