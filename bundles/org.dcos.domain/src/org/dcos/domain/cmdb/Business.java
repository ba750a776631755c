package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What machines work for.
 *
 * @param name   unique
 * @param parent the larger one it is part of
 * @param owner  who answers for it
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Business(UUID id, long version, String name, @RefersTo(Kind.BUSINESS) Optional<UUID> parent,
        @RefersTo(Kind.OWNER) Optional<UUID> owner,
        String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Business {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
