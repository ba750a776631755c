package org.dcos.ui.model.device;

import java.util.Locale;

import org.dcos.domain.sensor.SensorReading;

/** What a sensor watches over, in the order in which an operator looks. */
public enum SensorKind {
    TEMPERATURE, FAN, POWER, VOLTAGE, CURRENT, PROCESSOR, MEMORY, DRIVE, OTHER;

    /** By its type in words (IPMI v2.0 table 42-3), else by the unit. */
    static SensorKind of(SensorReading reading) {
        return switch (reading.type().toLowerCase(Locale.ROOT)) {
            case "power supply", "power unit" -> POWER;
            case "processor" -> PROCESSOR;
            case "memory", "post memory resize" -> MEMORY;
            case "drive slot" -> DRIVE;
            case "cooling device" -> FAN;
            default -> byUnit(reading);
        };
    }

    private static SensorKind byUnit(SensorReading reading) {
        return switch (reading.unit()) {
            case "°C", "°F", "K" -> TEMPERATURE;
            case "rpm" -> FAN;
            case "W", "VA", "J", "kWh" -> POWER;
            case "V" -> VOLTAGE;
            case "A" -> CURRENT;
            default -> byType(reading.type().toLowerCase(Locale.ROOT));
        };
    }

    private static SensorKind byType(String type) {
        return switch (type) {
            case "temperature" -> TEMPERATURE;
            case "fan" -> FAN;
            case "voltage" -> VOLTAGE;
            case "current" -> CURRENT;
            default -> OTHER;
        };
    }
}
