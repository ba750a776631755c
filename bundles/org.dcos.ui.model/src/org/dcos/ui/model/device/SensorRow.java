package org.dcos.ui.model.device;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.ui.model.estate.Mark;

/**
 * A line of the sensor table.
 *
 * @param limits the thresholds that matter, {@code 42 / 46 °C}
 * @param muted  no reading, or an old one
 */
public record SensorRow(SensorReading reading, Mark mark, String name, String value, String limits, String age,
        boolean muted) {

    /** Whether there is a series to draw. */
    public boolean chartable() {
        return !reading.unit().isEmpty();
    }
}
