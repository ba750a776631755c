package org.dcos.lab.sensor;

import org.dcos.net.ipmi.sdr.AnalogFormat;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.SensorUnits;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/** Compact records of the sensors whose reading is a set of states of their sensor type. */
final class DiscreteRecords {

    /** Entity IDs of table 43-13. */
    static final int POWER_SUPPLY = 0x0A;
    private static final int DRIVE_BAY = 0x1A;

    /** Byte 11: scanning and events are initialized and enabled. */
    private static final int INITIALIZED = 0x67;
    /** Byte 12: rearms by itself, events per state. */
    private static final int CAPABILITIES = 0x40;

    private static final int SUPPLY_STATES = 0x000F;
    private static final int DRIVE_STATES = 0x01FF;

    static CompactSensor of(LabSensor sensor) {
        boolean supply = sensor.kind() == LabSensor.Kind.SUPPLY_STATUS;
        int states = supply ? SUPPLY_STATES : DRIVE_STATES;
        var entity = supply ? new Entity(POWER_SUPPLY, sensor == LabSensor.PSU1_STATUS ? 1 : 2)
                : new Entity(DRIVE_BAY, 3);
        var common = new SensorCommon(IpmiLanMessage.BMC, 0, 0, sensor.number(), entity, INITIALIZED, CAPABILITIES,
                supply ? 0x08 : 0x0D, SensorCommon.SENSOR_SPECIFIC, states, states, states,
                SensorUnits.of(AnalogFormat.NONE, 0));
        return new CompactSensor(sensor.number(), common, 0x0001, 0, 0, sensor.displayName());
    }

    private DiscreteRecords() {}
}
