package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change set did to one item.
 *
 * @param before empty when it was created
 * @param after  empty when it was deleted
 */
public record ItemChange(long changeSet, Kind kind, UUID id, Optional<Item> before, Optional<Item> after) {

    /** What differs, field by field. */
    public List<FieldChange> fields() {
        return Items.changes(before, after);
    }

    /** The item, as it is afterwards if it is still there. */
    public Item either() {
        return after.or(() -> before).orElseThrow();
    }
}
