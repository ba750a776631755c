package org.dcos.server.store.cmdb;

import java.util.Map;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemTree;
import org.dcos.domain.cmdb.Kind;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Items as the JSON text that the database keeps. */
final class ItemText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ItemText() {}

    static String of(Item item) {
        return MAPPER.writeValueAsString(ItemTree.of(item));
    }

    /**
     * @throws IllegalStateException when the text is not one of ours: the database was tampered with, or is of a
     * newer DCOS
     */
    static Item item(String kind, String text) {
        try {
            return ItemTree.item(Kind.valueOf(kind), MAPPER.readValue(text, Map.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("A record of kind %s in the database cannot be read: %s"
                    .formatted(kind, e.getMessage()), e);
        }
    }
}
