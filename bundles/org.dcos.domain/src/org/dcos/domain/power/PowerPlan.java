package org.dcos.domain.power;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an order would do, server by server, for the one who has to confirm it. */
public record PowerPlan(PowerAction action, List<Target> targets) {

    public PowerPlan {
        targets = List.copyOf(targets);
    }

    /** Something to know before confirming. */
    public enum Warning {
        /** Last known state is too old to be trusted. */
        STATE_IS_STALE,
        /** No BMC is known: cannot be carried out. */
        NO_BMC,
        /** It is in that state already. */
        NOTHING_TO_DO,
        /** It is ACTIVE: somebody works on it. */
        IN_SERVICE,
        /** Other things stand still when it goes. */
        OTHERS_DEPEND
    }

    /** @param place e.g. {@code Shanghai A / Room 201 / A03 U28} */
    public record Target(UUID server, String name, String serial, String place, String owner, PowerState power,
            Optional<Instant> asOf, List<Warning> warnings) {
        public Target {
            warnings = List.copyOf(warnings);
        }
    }
}
