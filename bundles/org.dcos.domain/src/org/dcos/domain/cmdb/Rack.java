package org.dcos.domain.cmdb;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * A rack in a room.
 *
 * @param row         the row it stands in, e.g. {@code A}; may be empty
 * @param name        unique within the room, e.g. {@code A01}
 * @param heightUnits rack units (1 U = 44.45 mm), 1 to 60
 * @param powerBudgetWatts what the feeds carry, where known
 */
public record Rack(UUID id, long version, UUID room, String row, String name, int heightUnits,
        OptionalInt powerBudgetWatts) {

    public static final int MAX_HEIGHT_UNITS = 60;
}
