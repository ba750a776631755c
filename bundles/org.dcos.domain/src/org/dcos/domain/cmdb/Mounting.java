package org.dcos.domain.cmdb;

import java.util.UUID;

/**
 * Where a device sits in a rack.
 *
 * @param lowestUnit  lowest rack unit it occupies, 1 at the bottom
 * @param heightUnits units it occupies, 1 or more
 */
public record Mounting(UUID rack, int lowestUnit, int heightUnits, Face face) {

    public int topUnit() {
        return lowestUnit + heightUnits - 1;
    }

    /** Whether both take the same unit of the same rack from the same side. */
    public boolean overlaps(Mounting other) {
        return rack.equals(other.rack) && face == other.face && lowestUnit <= other.topUnit()
                && other.lowestUnit <= topUnit();
    }
}
