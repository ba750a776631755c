package org.dcos.domain.capacity;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * What a rack can take and what stands in it takes. A unit counts as used as soon as one of its faces is.
 *
 * @param usedUnits     taken by devices, in steps of a half
 * @param keptUnits     reserved and not taken
 * @param watts         the most that its devices draw, as far as known
 * @param unknownWatts  of how many devices that is not known
 * @param budgetWatts   that may be drawn: as recorded of the rack, else what the weakest side of its feeds carries
 *                      alone
 * @param grams         what its devices weigh, as far as known
 * @param unknownGrams  of how many devices that is not known
 * @param ports         network ports of its network devices
 * @param outlets       power outlets of its power distribution units
 */
public record RackCapacity(UUID rack, int units, double usedUnits, double keptUnits, int watts, int unknownWatts,
        OptionalInt budgetWatts, int grams, int unknownGrams, OptionalInt limitKg, Use ports, Use outlets) {

    /** How many there are, and how many of them have a cable. */
    public record Use(int all, int used) {

        public static final Use NONE = new Use(0, 0);

        public Use plus(Use other) {
            return new Use(all + other.all, used + other.used);
        }
    }

    public double freeUnits() {
        return units - usedUnits - keptUnits;
    }
}
