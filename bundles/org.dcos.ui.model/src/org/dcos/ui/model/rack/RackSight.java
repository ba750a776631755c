package org.dcos.ui.model.rack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.power.PowerState;
import org.dcos.ui.model.estate.Mark;

/**
 * A rack as it is shown.
 *
 * @param powerText drawn and budget, {@code 7.1 / 9 kW}; empty when nothing is known
 * @param powerHigh above 90 % of the budget
 */
public record RackSight(UUID id, String name, int heightUnits, String powerText, boolean powerHigh,
        List<DeviceSight> devices) {

    public RackSight {
        devices = List.copyOf(devices);
    }

    /**
     * A device in it.
     *
     * @param muted   planned, off or stale: drawn in muted text
     * @param ageText how old the knowledge is, only when it is stale; else empty
     * @param age     of the power state; empty when never told
     * @param hover   lines of the hover card: label and value
     */
    public record DeviceSight(UUID id, String label, int lowestUnit, int heightUnits, Face face, Mark mark,
            boolean muted,
            String ageText, PowerState power, Optional<Duration> age, Optional<Double> inletCelsius,
            Optional<Double> powerWatts, List<Line> hover) {

        public DeviceSight {
            hover = List.copyOf(hover);
        }
    }

    public record Line(String label, String value) {}
}
