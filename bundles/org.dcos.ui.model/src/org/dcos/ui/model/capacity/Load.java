package org.dcos.ui.model.capacity;

import java.util.OptionalDouble;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.estate.Estate;

/**
 * What one rack or several together can take and do take.
 *
 * @param racks    how many they are
 * @param drawn    watts drawn now by what tells it
 * @param telling  how many devices tell what they draw
 * @param rated    watts at most, as recorded
 * @param budget   watts that may be drawn, by those that have a budget
 */
public record Load(int racks, double units, double usedUnits, double keptUnits, double drawn, int telling, Known rated,
        Limit budget, Known grams, Limit kilograms, Use ports, Use outlets) {

    public static final Load NONE = new Load(0, 0, 0, 0, 0, 0, Known.NONE, Limit.NONE, Known.NONE, Limit.NONE,
            Use.NONE, Use.NONE);

    /** A sum, and of how many devices it is not known. */
    public record Known(long sum, int unknown) {

        static final Known NONE = new Known(0, 0);

        Known plus(Known other) {
            return new Known(sum + other.sum, unknown + other.unknown);
        }
    }

    /** A sum of limits, and how many racks have none. */
    public record Limit(long sum, int without) {

        static final Limit NONE = new Limit(0, 0);

        Limit plus(Limit other) {
            return new Limit(sum + other.sum, without + other.without);
        }

        /** How much of it a value is; empty unless all racks have a limit. */
        OptionalDouble share(double value) {
            return without == 0 && sum > 0 ? OptionalDouble.of(value / sum) : OptionalDouble.empty();
        }
    }

    /** @param drawn watts drawn now @param telling how many devices told them */
    public static Load of(RackCapacity rack, double drawn, int telling) {
        return new Load(1, rack.units(), rack.usedUnits(), rack.keptUnits(), drawn, telling,
                new Known(rack.watts(), rack.unknownWatts()),
                new Limit(rack.budgetWatts().orElse(0), rack.budgetWatts().isPresent() ? 0 : 1),
                new Known(rack.grams(), rack.unknownGrams()),
                new Limit(rack.limitKg().orElse(0), rack.limitKg().isPresent() ? 0 : 1), rack.ports(), rack.outlets());
    }

    /** With what its servers tell they draw now. */
    public static Load of(RackCapacity rack, Estate estate) {
        double drawn = 0;
        int telling = 0;
        for (Server server : estate.inRack(rack.rack())) {
            var watts = estate.status(server.id()).powerWatts();
            drawn += watts.orElse(0.0);
            telling += watts.isPresent() ? 1 : 0;
        }
        return of(rack, drawn, telling);
    }

    public Load plus(Load other) {
        return new Load(racks + other.racks, units + other.units, usedUnits + other.usedUnits,
                keptUnits + other.keptUnits, drawn + other.drawn, telling + other.telling, rated.plus(other.rated),
                budget.plus(other.budget), grams.plus(other.grams), kilograms.plus(other.kilograms),
                ports.plus(other.ports), outlets.plus(other.outlets));
    }
}
