package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A field of one's own on a kind.
 *
 * @param of       the kind, by its resource name such as {@code servers}, or the name of a kind of one's own
 * @param name     unique within the kind: lower-case letters, digits and hyphens
 * @param title    what people read above it
 * @param required whether each thing must have a value
 * @param choices  the allowed values, where the values are CHOICE
 * @param unit     shown behind numbers; may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record FieldDefinition(UUID id, long version, String of, String name, String title, FieldType valueType,
        boolean required, List<String> choices, String unit,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public FieldDefinition {
        choices = List.copyOf(choices);
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
