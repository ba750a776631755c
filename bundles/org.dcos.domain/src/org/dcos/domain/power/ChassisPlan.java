package org.dcos.domain.power;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.impact.Hurt;

/**
 * What an order in waves would do, for the one who has to confirm it.
 *
 * @param digest  of the waves and their servers
 * @param waves   in the order in which they would run
 * @param targets in the order in which they would be dealt with, those that are left out last
 */
public record ChassisPlan(ChassisCommand command, String digest, List<Wave> waves, List<Target> targets) {

    public ChassisPlan {
        waves = List.copyOf(waves);
        targets = List.copyOf(targets);
    }

    /**
     * Servers that are dealt with together.
     *
     * @param name     what they have in common: a rack, the side of a feed, the value of a label, a business; may be
     *                 empty
     * @param together names of things that more than one server of this wave carries, so that they may stand still
     *                 though each server alone would only weaken them
     */
    public record Wave(String name, boolean canary, int servers, List<String> together) {
        public Wave {
            together = List.copyOf(together);
        }
    }

    /**
     * A server of the order.
     *
     * @param wave     counted from 0; none when it is left out, and a warning says why
     * @param rack     name of its rack; empty while it is not racked
     * @param group    what it has in common with the others of its wave
     * @param lost     how many other things stand still when it goes
     * @param degraded how many other things go on with less to fall back on
     * @param hurt     some of these, the worst first
     */
    public record Target(UUID server, String name, String serial, OptionalInt wave, String place, String rack,
            String group, String owner, String business, PowerState power, Optional<Instant> asOf, int lost,
            int degraded, List<Hurt> hurt, List<PowerPlan.Warning> warnings) {
        public Target {
            hurt = List.copyOf(hurt);
            warnings = List.copyOf(warnings);
        }
    }
}
