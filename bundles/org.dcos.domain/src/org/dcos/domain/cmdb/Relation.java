package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.UUID;

/**
 * One thing depends on, belongs to or is otherwise related to another.
 *
 * @param from     the thing that depends
 * @param to       the thing that it depends on
 * @param verb     in words, e.g. {@code runs on}
 * @param required whether {@code from} stands still without {@code to}
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Relation(UUID id, long version, @RefersTo( {
}) UUID from, @RefersTo({}) UUID to, String verb, boolean required, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item{

    public Relation {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
