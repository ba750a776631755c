package org.dcos.lab.sensor;

import java.util.Arrays;
import java.util.Optional;

/** The sensors that every simulated server has. The ordinal plus one is its sensor number and SDR record ID. */
public enum LabSensor {
    INLET_TEMP("Inlet Temp", Kind.TEMPERATURE),
    EXHAUST_TEMP("Exhaust Temp", Kind.TEMPERATURE),
    CPU1_TEMP("CPU1 Temp", Kind.TEMPERATURE),
    CPU2_TEMP("CPU2 Temp", Kind.TEMPERATURE),
    FAN1("FAN1", Kind.FAN),
    FAN2("FAN2", Kind.FAN),
    FAN3("FAN3", Kind.FAN),
    FAN4("FAN4", Kind.FAN),
    P12V("P12V", Kind.VOLTAGE),
    P5V("P5V", Kind.VOLTAGE),
    PSU1_POWER("PSU1 Power", Kind.POWER),
    PSU2_POWER("PSU2 Power", Kind.POWER),
    PSU1_STATUS("PSU1 Status", Kind.SUPPLY_STATUS),
    PSU2_STATUS("PSU2 Status", Kind.SUPPLY_STATUS),
    DRIVE_BAY("Drive Bay 3", Kind.DRIVE_STATUS);

    /** What is measured, in degrees Celsius, rpm, volts, watts, or as bits of a discrete sensor. */
    public enum Kind {
        TEMPERATURE,
        FAN,
        VOLTAGE,
        POWER,
        /** Sensor-specific offsets of a power supply (IPMI v2.0 r1.1 §42.2, type 08h). */
        SUPPLY_STATUS,
        /** Sensor-specific offsets of a drive slot (IPMI v2.0 r1.1 §42.2, type 0Dh). */
        DRIVE_STATUS;

        /** True when the reading is a set of state bits instead of a number. */
        public boolean isDiscrete() {
            return this == SUPPLY_STATUS || this == DRIVE_STATUS;
        }
    }

    private final String displayName;
    private final Kind kind;

    LabSensor(String displayName, Kind kind) {
        this.displayName = displayName;
        this.kind = kind;
    }

    /** As in its SDR. */
    public String displayName() {
        return displayName;
    }

    public Kind kind() {
        return kind;
    }

    /** Sensor number, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    public static Optional<LabSensor> ofNumber(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /** @param name as in the SDR; upper and lower case do not matter */
    public static Optional<LabSensor> ofName(String name) {
        return Arrays.stream(values()).filter(each -> each.displayName.equalsIgnoreCase(name)).findFirst();
    }
}
