package org.dcos.domain.status;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.power.PowerState;

/**
 * The last known state of one server. Old values are kept and said to be old; they are never replaced by a zero.
 *
 * @param powerAsOf    when the BMC last told the power state
 * @param sensorsAsOf  when the sensors were last read
 * @param freshUntil   from then on the values are stale, unless the next poll brings new ones
 * @param trouble      why the last conversation did not succeed, in English; empty when it did
 * @param inletCelsius inlet temperature, where the BMC has such a sensor
 * @param powerWatts   power drawn, where the BMC tells
 * @param cause        what {@code trouble} says, in parts; after a restart only with the next poll
 */
public record ServerStatus(UUID server, Reachability reachability, PowerState power, Health health,
        Optional<Instant> powerAsOf, Optional<Instant> sensorsAsOf, Optional<Instant> freshUntil, String trouble,
        Optional<Double> inletCelsius, Optional<Double> powerWatts, Optional<BmcTrouble> cause) {

    /** One whose trouble, if any, is a sentence only. */
    public ServerStatus(UUID server, Reachability reachability, PowerState power, Health health,
            Optional<Instant> powerAsOf, Optional<Instant> sensorsAsOf, Optional<Instant> freshUntil, String trouble,
            Optional<Double> inletCelsius, Optional<Double> powerWatts) {
        this(server, reachability, power, health, powerAsOf, sensorsAsOf, freshUntil, trouble, inletCelsius, powerWatts,
                Optional.empty());
    }

    /** Nothing is known yet. */
    public static ServerStatus unknown(UUID server, Reachability reachability) {
        return new ServerStatus(server, reachability, PowerState.UNKNOWN, Health.UNKNOWN, Optional.empty(),
                Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /** Whether values are known but too old to be shown as current. */
    public boolean stale(Instant now) {
        return freshUntil.isPresent() && now.isAfter(freshUntil.get());
    }
}
