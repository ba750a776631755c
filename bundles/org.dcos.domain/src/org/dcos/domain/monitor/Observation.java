package org.dcos.domain.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;

/** What one conversation with a server's BMC brought. */
public sealed interface Observation {

    UUID server();

    Instant at();

    record Power(UUID server, Instant at, PowerState state) implements Observation {}

    record Sensors(UUID server, Instant at, List<SensorReading> readings) implements Observation {
        public Sensors {
            readings = List.copyOf(readings);
        }
    }

    /** @param why in English, for operators; @param trouble the same in parts */
    record Silent(UUID server, Instant at, String why, Optional<BmcTrouble> trouble) implements Observation {

        /** Words only. */
        public Silent(UUID server, Instant at, String why) {
            this(server, at, why, Optional.empty());
        }
    }
}
