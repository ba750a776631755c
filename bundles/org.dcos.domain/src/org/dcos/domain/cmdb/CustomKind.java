package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A kind of one's own: a free table. Its columns are the field definitions of its name.
 *
 * @param name  unique: lower-case letters, digits and hyphens
 * @param title what people read
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record CustomKind(UUID id, long version, String name, String title, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public CustomKind {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
