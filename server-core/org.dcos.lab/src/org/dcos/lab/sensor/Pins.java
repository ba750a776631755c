package org.dcos.lab.sensor;

import java.util.Arrays;

/** Values that someone holds fast, in place of those that the simulation would give. Confined to its controller. */
public final class Pins {

    private static final double FREE = Double.NaN;

    private double[] values = {};

    /** @param value in the sensor's unit; for a discrete sensor its state bits */
    public void pin(LabSensor sensor, double value) {
        if (values.length == 0) {
            values = new double[LabSensor.values().length];
            Arrays.fill(values, FREE);
        }
        values[sensor.ordinal()] = value;
    }

    public void release(LabSensor sensor) {
        if (values.length > 0) {
            values[sensor.ordinal()] = FREE;
        }
    }

    public boolean isPinned(LabSensor sensor) {
        return values.length > 0 && !Double.isNaN(values[sensor.ordinal()]);
    }

    /** The pinned value, or the other one where none is pinned. */
    double or(LabSensor sensor, double other) {
        return isPinned(sensor) ? values[sensor.ordinal()] : other;
    }
}
