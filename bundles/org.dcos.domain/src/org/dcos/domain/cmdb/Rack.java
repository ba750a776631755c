package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A rack in a room.
 *
 * @param row              the row it stands in, e.g. {@code A}; may be empty
 * @param name             unique within the room, e.g. {@code A01}
 * @param heightUnits      rack units (1 U = 44.45 mm), 1 to 60
 * @param powerBudgetWatts what the feeds carry, where known
 * @param weightLimitKg    what it may carry, where known
 * @param descending       whether U1 is at the top
 * @param place            its place in the row, counted from 1, where known
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Rack(UUID id, long version, @RefersTo(Kind.ROOM) UUID room, String row, String name, int heightUnits,
        OptionalInt powerBudgetWatts,
        OptionalInt weightLimitKg, boolean descending, OptionalInt place,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Rack {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    public static final int MAX_HEIGHT_UNITS = 60;

    public Rack(UUID id, long version, UUID room, String row, String name, int heightUnits,
            OptionalInt powerBudgetWatts) {
        this(id, version, room, row, name, heightUnits, powerBudgetWatts, OptionalInt.empty(), false,
                OptionalInt.empty(), Map.of(), Map.of());
    }
}
