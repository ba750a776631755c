package org.dcos.net.redfish.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * Something measured, from whichever resource tells it.
 *
 * @param id     its place in the service: unique, and the same from one reading to the next
 * @param value  empty for one that has no reading now
 * @param states what it tells in words, for parts that are well or not rather than of a number
 */
public record Sensor(String id, String name, Kind kind, Optional<Double> value, String unit, Health health,
        List<String> states, Limits limits) {

    /** What it measures. */
    public enum Kind {
        TEMPERATURE, FAN, VOLTAGE, CURRENT, POWER, ENERGY, HUMIDITY, POWER_SUPPLY, OTHER
    }

    /** Thresholds in the sensor's unit: caution, critical, fatal. */
    public record Limits(Optional<Double> lowerFatal, Optional<Double> lowerCritical, Optional<Double> lowerCaution,
            Optional<Double> upperCaution, Optional<Double> upperCritical, Optional<Double> upperFatal) {

        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Sensor {
        states = List.copyOf(states);
    }

    /** One of the resource Thermal. */
    public static Sensor temperature(Json json) {
        return old(json, Kind.TEMPERATURE, json.number("ReadingCelsius"), "°C");
    }

    /** One of the resource Thermal; its name was {@code FanName} at first. */
    public static Sensor fan(Json json) {
        String told = json.textOrEmpty("ReadingUnits");
        Optional<Double> reading = json.number("Reading").or(() -> json.number("ReadingRPM"));
        return old(json, Kind.FAN, reading, told.equals("Percent") ? "%" : "rpm");
    }

    /** One of the resource Power. */
    public static Sensor voltage(Json json) {
        return old(json, Kind.VOLTAGE, json.number("ReadingVolts"), "V");
    }

    /** What the whole machine takes, of the resource Power. */
    public static Sensor consumption(Json json) {
        return new Sensor(json.link().orElse(json.place()), json.text("Name").orElse("Power consumption"), Kind.POWER,
                json.number("PowerConsumedWatts"), "W", Health.read(json), List.of(), Limits.NONE);
    }

    /** Whether a supply is well, and what it takes or gives. */
    public static Sensor supply(Json json) {
        Health health = Health.read(json);
        String name = json.text("Name").or(() -> json.text("Id")).or(() -> json.text("MemberId")).orElse("Supply");
        return new Sensor(json.link().orElse(json.place()), name, Kind.POWER_SUPPLY,
                json.number("PowerInputWatts").or(() -> json.number("LastPowerOutputWatts")), "W", health,
                states(health, json.text("LineInputStatus").filter(line -> !line.equals("Normal"))), Limits.NONE);
    }

    /** A resource of its own (schema Sensor). */
    public static Sensor single(Json json) {
        Kind kind = switch (json.textOrEmpty("ReadingType")) {
            case "Temperature" -> Kind.TEMPERATURE;
            case "Rotational" -> Kind.FAN;
            case "Voltage" -> Kind.VOLTAGE;
            case "Current" -> Kind.CURRENT;
            case "Power" -> Kind.POWER;
            case "EnergykWh", "EnergyJoules", "EnergyWh" -> Kind.ENERGY;
            case "Humidity" -> Kind.HUMIDITY;
            default -> ofUnit(json.textOrEmpty("ReadingUnits"), json.textOrEmpty("Name"));
        };
        Json limits = json.object("Thresholds");
        return new Sensor(json.link().orElse(json.place()), json.text("Name").or(() -> json.text("Id")).orElse(""),
                kind, json.number("Reading"), unit(json.textOrEmpty("ReadingUnits")), Health.read(json), List.of(),
                new Limits(limit(limits, "LowerFatal"), limit(limits, "LowerCritical"),
                        limit(limits, "LowerCaution"), limit(limits, "UpperCaution"),
                        limit(limits, "UpperCritical"), limit(limits, "UpperFatal")));
    }

    private static Sensor old(Json json, Kind kind, Optional<Double> value, String unit) {
        return new Sensor(json.link().orElse(json.place()),
                json.text("Name").or(() -> json.text("FanName")).or(() -> json.text("MemberId")).orElse(""), kind,
                value, unit, Health.read(json), List.of(),
                new Limits(json.number("LowerThresholdFatal"), json.number("LowerThresholdCritical"),
                        json.number("LowerThresholdNonCritical"), json.number("UpperThresholdNonCritical"),
                        json.number("UpperThresholdCritical"), json.number("UpperThresholdFatal")));
    }

    private static List<String> states(Health health, Optional<String> line) {
        var states = new ArrayList<String>();
        if (health.absent()) {
            states.add("Absent");
        } else {
            states.add("Presence detected");
            if (health.level() == Health.Level.WARNING || health.level() == Health.Level.CRITICAL) {
                states.add("Health " + health.level().name().toLowerCase(Locale.ROOT));
            }
            line.ifPresent(told -> states.add("Line input " + told));
        }
        return states;
    }

    private static Optional<Double> limit(Json limits, String name) {
        return limits.object(name).number("Reading");
    }

    private static Kind ofUnit(String unit, String name) {
        return switch (unit) {
            case "%", "Percent" -> name.toLowerCase(Locale.ROOT).contains("fan") ? Kind.FAN : Kind.OTHER;
            case "Cel" -> Kind.TEMPERATURE;
            case "RPM", "{rev}/min" -> Kind.FAN;
            case "V" -> Kind.VOLTAGE;
            case "A" -> Kind.CURRENT;
            case "W" -> Kind.POWER;
            case "J", "kW.h", "W.h" -> Kind.ENERGY;
            default -> Kind.OTHER;
        };
    }

    /** UCUM as it is told, in the form that people read. */
    private static String unit(String ucum) {
        return switch (ucum) {
            case "Cel" -> "°C";
            case "RPM", "{rev}/min" -> "rpm";
            case "kW.h" -> "kWh";
            case "W.h" -> "Wh";
            case "{count}", "1", "Percent" -> ucum.equals("Percent") ? "%" : "";
            default -> ucum;
        };
    }
}
