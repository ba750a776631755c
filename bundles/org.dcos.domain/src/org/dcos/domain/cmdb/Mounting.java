package org.dcos.domain.cmdb;

import java.util.UUID;

/**
 * Where a device sits in a rack.
 *
 * @param lowestUnit  lowest rack unit it occupies, 1 at the bottom (at the top in a rack that counts down), in steps
 *                    of a
 *                    half unit; 0 for a device that takes no unit
 * @param heightUnits units it occupies, in steps of a half unit; 0 for a device beside the units, as a vertical PDU is
 * @param fullDepth   whether it takes its units on both faces
 */
public record Mounting(@RefersTo(Kind.RACK) UUID rack, double lowestUnit, double heightUnits, Face face,
        boolean fullDepth) {

    public Mounting {
        requireHalves("lowestUnit", lowestUnit);
        requireHalves("heightUnits", heightUnits);
    }

    public Mounting(UUID rack, double lowestUnit, double heightUnits, Face face) {
        this(rack, lowestUnit, heightUnits, face, false);
    }

    private static void requireHalves(String what, double units) {
        if (!(units >= 0 && units <= 1000) || units * 2 != Math.rint(units * 2)) {
            throw new IllegalArgumentException(what + " counts units in steps of a half, and is " + units);
        }
    }

    /** Whether it takes no unit. */
    public boolean zeroUnit() {
        return heightUnits == 0;
    }

    /** The highest unit that it occupies, if only half of it. */
    public int topUnit() {
        return (int) Math.ceil(end()) - 1;
    }

    /** Where it ends: the edge above its highest unit; U1 begins at 1 and ends at 2. */
    public double end() {
        return lowestUnit + heightUnits;
    }

    /** The unit that it begins in. */
    public int bottomUnit() {
        return (int) Math.floor(lowestUnit);
    }

    /** The unit that it begins at, as it is written: {@code 10}, {@code 10.5}. */
    public String lowest() {
        return lowestUnit == Math.rint(lowestUnit) ? Long.toString((long) lowestUnit) : Double.toString(lowestUnit);
    }

    /** Whether both take the same place of the same rack. */
    public boolean overlaps(Mounting other) {
        return rack.equals(other.rack) && (face == other.face || fullDepth || other.fullDepth)
                && lowestUnit < other.end() && other.lowestUnit < end();
    }
}
