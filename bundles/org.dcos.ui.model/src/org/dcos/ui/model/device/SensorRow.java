package org.dcos.ui.model.device;

import java.util.List;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.ui.model.estate.Mark;

/**
 * A sensor of a server.
 *
 * @param value  with its unit, or its states
 * @param state  how it is, in words
 * @param states of a discrete sensor, each in words
 * @param limits the thresholds that matter, {@code 42 / 46 °C}
 * @param muted  no reading, or an old one
 */
public record SensorRow(SensorReading reading, Mark mark, String name, String value, String state, List<String> states,
        String limits, String age, boolean muted) {

    public SensorRow {
        states = List.copyOf(states);
    }

    /** Whether there is a series to draw. */
    public boolean chartable() {
        return !reading.unit().isEmpty();
    }

    /** Whether it needs a look. */
    public boolean bad() {
        return mark == Mark.WARNING || mark == Mark.CRITICAL
                || reading.level() == SensorReading.Level.WARNING || reading.level() == SensorReading.Level.CRITICAL;
    }
}
