package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A row of a kind of one's own; its values are its fields.
 *
 * @param kind the kind it is of
 * @param name unique within the kind
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record CustomItem(UUID id, long version, @RefersTo(Kind.CUSTOM_KIND) UUID kind, String name,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public CustomItem {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
