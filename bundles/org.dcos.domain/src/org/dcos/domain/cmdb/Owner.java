package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * A person or team that answers for things.
 *
 * @param name  unique
 * @param phone may be empty
 * @param email may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Owner(UUID id, long version, String name, String phone, String email, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Owner {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
