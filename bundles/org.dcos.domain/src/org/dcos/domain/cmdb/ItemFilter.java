package org.dcos.domain.cmdb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which items of a kind are wanted, and in which order; what is empty does not narrow.
 *
 * @param text   found anywhere in the item's texts, without regard to case
 * @param within an IDC, room, rack, chassis or device: what stands in it
 * @param fields values of fields, by {@link Field#path()}; several values of one field are separated by {@code |}
 * @param labels values of labels
 * @param sort   a field's path, with {@code -} before it for descending; empty: by name
 * @param at     as it was then; empty: as it is
 */
public record ItemFilter(Optional<String> text, Optional<UUID> within, Map<String, String> fields,
        Map<String, String> labels, Optional<String> sort, Optional<Instant> at) {

    public static final ItemFilter NONE = new ItemFilter(Optional.empty(), Optional.empty(), Map.of(), Map.of(),
            Optional.empty(), Optional.empty());

    public ItemFilter {
        fields = Map.copyOf(fields);
        labels = Map.copyOf(labels);
    }

    public static ItemFilter field(String path, String value) {
        return new ItemFilter(Optional.empty(), Optional.empty(), Map.of(path, value), Map.of(), Optional.empty(),
                Optional.empty());
    }

    public static ItemFilter text(String text) {
        return new ItemFilter(Optional.of(text), Optional.empty(), Map.of(), Map.of(), Optional.empty(),
                Optional.empty());
    }

    public static ItemFilter within(UUID place) {
        return new ItemFilter(Optional.empty(), Optional.of(place), Map.of(), Map.of(), Optional.empty(),
                Optional.empty());
    }
}
